package dateline.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** An import to be killed: takes the numbered reports in, in transactions of ten, from wherever the archive stands. */
final class Importer {
    private static final int TOGETHER = 10;

    private Importer() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println("begin");
        System.out.flush();
        take(Location.of(arguments[0]), Integer.parseInt(arguments[1]));
    }

    static void take(Location place, int reports) throws IOException {
        try (Archive archive = Archive.open(place)) {
            List<Arrival> together = new ArrayList<>();
            for (int i = 0; i < reports; i++) {
                together.add(Fiction.numbered(i));
                if (together.size() == TOGETHER || i == reports - 1) {
                    archive.accept(together);
                    together.clear();
                }
            }
        }
    }
}
