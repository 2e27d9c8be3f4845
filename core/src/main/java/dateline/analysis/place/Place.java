package dateline.analysis.place;

import java.util.Optional;

/**
 * One place that the gazetteer knows.
 *
 * @param id stays the same between releases of the gazetteer: a country's or region's code, or the number of a town
 * @param country ISO 3166 two-letter code; empty for a sea, a continent or a region of several countries
 * @param region the first-level region that a town or district lies in, by its own id ({@code US.TX})
 * @param lat degrees north of its middle; {@code lon} degrees east
 * @param population people, rounded to hundreds; 0 when unknown
 */
public record Place(
        String id,
        String name,
        String country,
        Kind kind,
        Optional<String> region,
        double lat,
        double lon,
        long population,
        boolean capital) {
    public Place {
        if (lat < -90 || lat > 90 || lon < -180 || lon > 180) {
            throw new IllegalArgumentException("place " + id + ": " + lat + ", " + lon + " is not on the globe");
        }
    }

    /** What sort of place it is; DISTRICT is a second-level region (a county), AREA a known quarter, square or base. */
    public enum Kind {
        COUNTRY,
        REGION,
        DISTRICT,
        CITY,
        CONTINENT,
        AREA,
        ISLAND,
        MOUNTAIN,
        SEA,
        RIVER
    }

    private static final double EARTH_RADIUS_KM = 6371;

    /** Great-circle distance in kilometres. */
    public double kilometresTo(Place other) {
        return kilometres(lat, lon, other.lat, other.lon);
    }

    public static double kilometres(double lat, double lon, double otherLat, double otherLon) {
        double up = StrictMath.sin(StrictMath.toRadians(otherLat - lat) / 2);
        double across = StrictMath.sin(StrictMath.toRadians(otherLon - lon) / 2);
        double square = up * up
                + StrictMath.cos(StrictMath.toRadians(lat))
                        * StrictMath.cos(StrictMath.toRadians(otherLat))
                        * across
                        * across;
        return 2 * EARTH_RADIUS_KM * StrictMath.asin(StrictMath.min(1, StrictMath.sqrt(square)));
    }
}
