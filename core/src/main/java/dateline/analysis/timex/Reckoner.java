package dateline.analysis.timex;

import dateline.analysis.timex.Timex.Basis;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Works out what found words mean, at one place in a narrative, told in one tense. */
final class Reckoner {
    private static final DateTimeFormatter SPOKEN = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final String NO_DAY = "the report has no day to reckon from";
    // "The quarter" and "a year ago" speak of a quarter named up to five sentences back; business reports go on about
    // one
    // quarter for a paragraph or two.
    private static final int QUARTER_SENTENCES = 5;
    // A report's stamp may be early by a day or so: a date just after it, told as past, is still the near one.
    private static final int STAMP_EARLY_DAYS = 2;

    // A day of the year so much nearer ahead than behind is ahead, though the verb be past ("extended it to Nov. 20"):
    // of a
    // day most of a year ago a reporter gives the year.
    private static final int FAR_BACK = 5;

    private final Narrative narrative;
    private final Tense tense;
    private final Amounts amounts;

    Reckoner(Narrative narrative, Tense tense, Amounts amounts) {
        this.narrative = narrative;
        this.tense = tense;
        this.amounts = amounts;
    }

    /** What the words mean, before it is tied to their place. */
    private record Meant(
            TimeValue value,
            List<TimeValue> alternatives,
            Basis basis,
            Optional<LocalDate> anchor,
            String iso,
            String why) {}

    /** The timex, and the narrative moved on to it; nothing when the words turn out to be no time (31 February). */
    Optional<Timex> reckon(Found found) {
        Optional<Meant> meant;
        try {
            meant = mean(found);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
        meant.ifPresent(each -> {
            // What is only compared with, or has no one day, does not move the tale.
            if (found.rule().meaning() != Meaning.SPAN && found.rule().meaning() != Meaning.YEAR_AGO) {
                narrative.named(each.value());
            }
        });
        return meant.map(each -> new Timex(
                found.span(),
                found.sentence(),
                each.value(),
                each.alternatives(),
                each.basis(),
                each.anchor(),
                each.iso(),
                each.why()));
    }

    private Optional<Meant> mean(Found found) {
        return switch (found.rule().meaning()) {
            case NOTHING -> Optional.empty();
            case DATE -> date(found);
            case SLASHED -> slashed(found);
            case DAY_MORE -> dayMore(found);
            case SPOKEN_YEAR -> spokenYear(found);
            case DECADE -> decade(found);
            case CENTURY -> century(found);
            case QUARTER -> quarter(found);
            case QUARTER_SAME -> quarterSame(found);
            case HALF -> half(found);
            case SEASON -> season(found);
            case WEEKDAY -> weekday(found);
            case WEEKDAY_OF_WEEK -> weekdayOfWeek(found);
            case DAY -> day(found);
            case OVERNIGHT -> overnight(found);
            case PART, CLOCK -> partOfTheDay(found);
            case UNIT -> unit(found);
            case YEAR_END -> yearEnd();
            case WEEKEND -> weekend(found);
            case NARRATIVE -> narrative(found);
            case YEAR_AGO -> yearAgo(found);
            case AGO -> ago(found);
            case SHIFTED -> shifted(found);
            case SPAN -> span(found);
            case DURATION -> duration(found);
            case VAGUE -> vague(found);
            case SET -> set(found);
            case EACH -> each(found);
            case HOLIDAY -> holiday(found);
            case POINTER -> pointer(found);
            case UNRESOLVED -> Optional.of(unresolved("the words name no day", "XXXX-XX-XX"));
        };
    }

    // ------------------------------------------------------------ the calendar

    private Optional<Meant> date(Found found) {
        Optional<Integer> year = year(found);
        if (!found.has("month")) {
            return year.map(each -> inYear(found, each));
        }
        int month = found.number("month", 0);
        if (!found.has("day") && !found.has("ordinal")) {
            return Optional.of(
                    year.isPresent()
                            ? month(found, YearMonth.of(year.get(), month), basis(found), "stated")
                            : monthAlone(found, month));
        }
        int day = found.number("day", found.number("ordinal", 0));
        if (year.isPresent()) {
            LocalDate date = LocalDate.of(year.get(), month, day);
            return Optional.of(new Meant(
                    dayOf(date, found), List.of(), basis(found), Optional.empty(), iso(date, found), "stated"));
        }
        return Optional.of(monthDay(found, month, day));
    }

    private Basis basis(Found found) {
        return found.has("yearword") ? Basis.RECKONED : Basis.STATED;
    }

    /** The year that the words give: in figures, short, or as "last year". */
    private Optional<Integer> year(Found found) {
        if (found.has("year")) {
            return found.slot("year").map(Integer::parseInt);
        }
        if (found.has("shortyear") || found.has("slashyear")) {
            String said =
                    found.slot("shortyear").or(() -> found.slot("slashyear")).orElseThrow();
            return Optional.of(fullYear(said.replaceAll("[^0-9]", "")));
        }
        if (found.has("yearword")) {
            String word = found.slot("yearword").orElseThrow();
            if (word.contains("same") || word.contains("that")) {
                return narrative
                        .last()
                        .flatMap(TimeValue::first)
                        .or(narrative::told)
                        .map(LocalDate::getYear);
            }
            int shift = word.contains("last") || word.contains("earlier") || word.contains("ago")
                    ? -1
                    : word.contains("next") ? 1 : 0;
            return narrative.told().map(told -> told.getYear() + shift);
        }
        return Optional.empty();
    }

    /** Of a year in two figures, the one nearest to the report; 1930 to 2029 for an undated one. */
    private int fullYear(String figures) {
        int number = Integer.parseInt(figures);
        if (figures.length() > 2) {
            return number;
        }
        int about = narrative.told().map(LocalDate::getYear).orElse(1980);
        int best = number + 1900;
        for (int century = 1800; century <= 2100; century += 100) {
            if (Math.abs(century + number - about) < Math.abs(best - about)) {
                best = century + number;
            }
        }
        return best;
    }

    private Meant inYear(Found found, int year) {
        TimeValue value = found.slot("edge")
                .map(edge -> within(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), edge))
                .orElse(new TimeValue.Year(year));
        return new Meant(value, List.of(), basis(found), Optional.empty(), isoYear(year), "stated");
    }

    private Meant month(Found found, YearMonth month, Basis basis, String why) {
        TimeValue value = found.slot("edge")
                .map(edge -> within(month.atDay(1), month.atEndOfMonth(), edge))
                .orElse(new TimeValue.Month(month));
        Optional<LocalDate> anchor = basis == Basis.RECKONED ? narrative.told() : Optional.empty();
        return new Meant(value, List.of(), basis, anchor, iso(month), why);
    }

    /** The first, middle or last third: as near as "early" and "late" can be held to days, and marked as loose. */
    private static TimeValue within(LocalDate from, LocalDate to, String edge) {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        long third = days / 3;
        return switch (edge) {
            case "START" -> new TimeValue.Interval(from, from.plusDays(third - 1), true);
            case "MID" -> new TimeValue.Interval(from.plusDays(third), to.minusDays(third), true);
            default -> new TimeValue.Interval(to.minusDays(third - 1), to, true);
        };
    }

    private Meant monthAlone(Found found, int month) {
        if (narrative.told().isEmpty()) {
            return unresolved(NO_DAY, String.format(Locale.ROOT, "XXXX-%02d", month));
        }
        LocalDate told = narrative.told().get();
        YearMonth now = YearMonth.from(told);
        YearMonth before = YearMonth.of(now.getYear(), month);
        if (before.isAfter(now)) {
            before = before.minusYears(1);
        }
        YearMonth after = before.equals(now) ? now : before.plusYears(1);
        YearMonth chosen;
        if (found.has("which")) {
            int which = found.number("which", 0);
            chosen = which == 0
                    ? YearMonth.of(now.getYear(), month)
                    : which < 0
                            ? before.equals(now) ? before.minusYears(1) : before
                            : after.equals(now) ? after.plusYears(1) : after;
        } else {
            long ahead = ChronoUnit.MONTHS.between(now, after);
            long back = ChronoUnit.MONTHS.between(before, now);
            boolean future = switch (tense) {
                case FUTURE -> ahead <= 9;
                case UNKNOWN -> ahead * 2 < back;
                case PAST -> ahead == 1;
            };
            chosen = future ? after : before;
        }
        YearMonth other = chosen.equals(before) ? after : before;
        List<TimeValue> others = other.equals(chosen) ? List.of() : List.of(new TimeValue.Month(other));
        Meant meant = month(
                found,
                chosen,
                Basis.RECKONED,
                "the " + monthName(chosen) + (chosen.isAfter(now) ? " after " : " nearest before or at ")
                        + spoken(told));
        return new Meant(meant.value(), others, meant.basis(), Optional.of(told), meant.iso(), meant.why());
    }

    private Meant monthDay(Found found, int month, int day) {
        if (narrative.told().isEmpty()) {
            return unresolved(NO_DAY, String.format(Locale.ROOT, "XXXX-%02d-%02d", month, day));
        }
        return nearest(found, month, day, "the year is not said");
    }

    /** A day of the year without its year: before or after the report, as tense and nearness have it. */
    private Meant nearest(Found found, int month, int day, String reason) {
        LocalDate told = narrative.told().orElseThrow();
        LocalDate before = inYearAtOrNear(told.getYear(), month, day, -1);
        if (before.isAfter(told)) {
            before = inYearAtOrNear(told.getYear() - 1, month, day, -1);
        }
        LocalDate after = inYearAtOrNear(told.getYear(), month, day, 1);
        if (after.isBefore(told)) {
            after = inYearAtOrNear(told.getYear() + 1, month, day, 1);
        }
        long ahead = ChronoUnit.DAYS.between(told, after);
        long back = ChronoUnit.DAYS.between(before, told);
        boolean future = switch (tense) {
            case FUTURE -> ahead < 300;
            case PAST -> ahead <= STAMP_EARLY_DAYS && back > STAMP_EARLY_DAYS || ahead * FAR_BACK < back;
            case UNKNOWN -> ahead < back;
        };
        if (found.has("which")) {
            future = found.number("which", 0) > 0 || found.number("which", 0) == 0 && after.getYear() == told.getYear();
        }
        if (found.has("weekday")) {
            DayOfWeek said = DayOfWeek.of(found.number("weekday", 1));
            if (before.getDayOfWeek() == said || after.getDayOfWeek() == said) {
                future = before.getDayOfWeek() != said;
            }
        }
        LocalDate chosen = future ? after : before;
        LocalDate other = future ? before : after;
        return new Meant(
                dayOf(chosen, found),
                other.equals(chosen) ? List.of() : List.of(dayOf(other, found)),
                Basis.STATED,
                Optional.of(told),
                iso(chosen, found),
                reason + "; taken as the one " + (future ? "after " : "at or before ") + spoken(told));
    }

    /** The day in the year; 29 February moves to the next leap year in the given direction. */
    private static LocalDate inYearAtOrNear(int year, int month, int day, int direction) {
        if (month == 2 && day == 29) {
            int leap = year;
            while (!java.time.Year.isLeap(leap)) {
                leap += direction;
            }
            return LocalDate.of(leap, 2, 29);
        }
        return LocalDate.of(year, month, day);
    }

    private Optional<Meant> slashed(Found found) {
        int first = found.number("first", 0);
        int second = found.number("second", 0);
        int year = fullYear(found.slot("slashyear").orElseThrow());
        Optional<LocalDate> dayFirst = maybe(year, second, first);
        Optional<LocalDate> monthFirst = maybe(year, first, second);
        if (dayFirst.isEmpty() && monthFirst.isEmpty()) {
            return Optional.empty();
        }
        LocalDate one = monthFirst.or(() -> dayFirst).orElseThrow();
        LocalDate other = dayFirst.orElse(one);
        if (narrative.told().isPresent()) {
            LocalDate told = narrative.told().get();
            if (Math.abs(ChronoUnit.DAYS.between(other, told)) < Math.abs(ChronoUnit.DAYS.between(one, told))) {
                LocalDate swap = one;
                one = other;
                other = swap;
            }
        }
        return Optional.of(new Meant(
                dayOf(one, found),
                one.equals(other) ? List.of() : List.of(dayOf(other, found)),
                Basis.STATED,
                Optional.empty(),
                iso(one, found),
                one.equals(other) ? "stated" : "stated; day and month could be the other way round"));
    }

    private static Optional<LocalDate> maybe(int year, int month, int day) {
        return month >= 1
                        && month <= 12
                        && day >= 1
                        && day <= YearMonth.of(year, month).lengthOfMonth()
                ? Optional.of(LocalDate.of(year, month, day))
                : Optional.empty();
    }

    private Optional<Meant> dayMore(Found found) {
        return narrative.last().flatMap(TimeValue::first).map(before -> {
            LocalDate date = before.withDayOfMonth(found.number("day", 1));
            return new Meant(
                    dayOf(date, found),
                    List.of(),
                    Basis.STATED,
                    Optional.empty(),
                    iso(date, found),
                    "a day of the month named before");
        });
    }

    private Optional<Meant> spokenYear(Found found) {
        String said =
                found.text().toLowerCase(Locale.ROOT).replaceAll("[- ]+", " ").replace("the year ", "");
        if (said.equals("two thousand")) {
            return Optional.of(inYear(found, 2000));
        }
        for (String century : List.of("nineteen", "eighteen", "twenty")) {
            if (said.startsWith(century + " ")) {
                String rest = said.substring(century.length() + 1)
                        .replace("hundred", "")
                        .replace("oh ", "")
                        .strip();
                int hundreds = amounts.read(century).map(BigDecimal::intValue).orElse(0) * 100;
                Optional<Integer> years =
                        rest.isEmpty() ? Optional.of(0) : amounts.read(rest).map(BigDecimal::intValue);
                return years.map(each -> inYear(found, hundreds + each));
            }
        }
        return Optional.empty();
    }

    private Optional<Meant> decade(Found found) {
        int first;
        if (found.has("decade")) {
            first = found.number("decade", 0);
        } else if (found.has("shortdecade")) {
            first = 1900 + found.number("shortdecade", 0);
        } else {
            first = 1900 + found.number("tens", 0) * 10;
        }
        return Optional.of(new Meant(
                stretch(LocalDate.of(first, 1, 1), LocalDate.of(first + 9, 12, 31), found),
                List.of(),
                Basis.STATED,
                Optional.empty(),
                String.format(Locale.ROOT, "%03d", first / 10),
                "stated"));
    }

    private Optional<Meant> century(Found found) {
        int number = found.number("ordinal", found.number("ordinalno", 0));
        if (number < 1) {
            return Optional.empty();
        }
        int first = (number - 1) * 100;
        return Optional.of(new Meant(
                stretch(LocalDate.of(Math.max(1, first), 1, 1), LocalDate.of(first + 99, 12, 31), found),
                List.of(),
                Basis.STATED,
                Optional.empty(),
                String.format(Locale.ROOT, "%02d", number - 1),
                "stated"));
    }

    private static TimeValue stretch(LocalDate from, LocalDate to, Found found) {
        return found.slot("edge").map(edge -> within(from, to, edge)).orElse(new TimeValue.Interval(from, to, false));
    }

    private Optional<Meant> quarter(Found found) {
        int number = found.has("quartercode")
                ? Integer.parseInt(found.slot("quartercode").orElseThrow().substring(1))
                : found.number("quarterno", 1);
        Optional<Integer> year = year(found);
        if (year.isPresent()) {
            return Optional.of(quarter(new Narrative.Quarter(year.get(), number), found, basis(found), "stated"));
        }
        if (narrative.told().isEmpty()) {
            return Optional.of(unresolved(NO_DAY, "XXXX-Q" + number));
        }
        LocalDate told = narrative.told().get();
        boolean begun = !LocalDate.of(told.getYear(), number * 3 - 2, 1).isAfter(told);
        boolean ahead = tense == Tense.FUTURE && told.getMonthValue() > 9 && number == 1;
        Narrative.Quarter meant =
                new Narrative.Quarter(told.getYear() + (ahead ? 1 : begun || tense == Tense.FUTURE ? 0 : -1), number);
        return Optional.of(quarter(meant, found, Basis.RECKONED, "the latest such quarter at " + spoken(told)));
    }

    private Meant quarter(Narrative.Quarter quarter, Found found, Basis basis, String why) {
        narrative.named(quarter, found.sentence());
        return new Meant(
                quarter.value(),
                List.of(),
                basis,
                basis == Basis.RECKONED ? narrative.told() : Optional.empty(),
                quarter.iso(),
                why);
    }

    private Optional<Meant> quarterSame(Found found) {
        if (found.has("year")) {
            int year = found.number("year", 0);
            return Optional.of(narrative
                    .quarter(found.sentence(), QUARTER_SENTENCES)
                    .map(named -> new Narrative.Quarter(year, named.number()))
                    .map(then -> new Meant(
                            then.value(),
                            List.of(),
                            Basis.STATED,
                            Optional.empty(),
                            then.iso(),
                            "the quarter named before, of that year"))
                    .orElse(inYear(found, year)));
        }
        Optional<Narrative.Quarter> named = narrative
                .quarter(found.sentence(), Integer.MAX_VALUE)
                .filter(quarter -> !found.says("current"))
                .filter(quarter -> !found.says("latest")
                        || narrative.told().isEmpty()
                        || !quarter.value()
                                .last()
                                .orElseThrow()
                                .isAfter(narrative.told().get()));
        if (found.says("current") && narrative.told().isPresent()) {
            LocalDate told = narrative.told().get();
            Narrative.Quarter now = new Narrative.Quarter(told.getYear(), (told.getMonthValue() + 2) / 3);
            return Optional.of(quarter(now, found, Basis.RECKONED, "the quarter of " + spoken(told)));
        }
        if (named.isPresent()) {
            return Optional.of(quarter(named.get(), found, Basis.RECKONED, "the quarter named before"));
        }
        return Optional.of(narrative
                .told()
                .map(told -> quarter(
                        latestQuarter(told), found, Basis.RECKONED, "the last whole quarter at " + spoken(told)))
                .orElse(unresolved(NO_DAY, "XXXX-QX")));
    }

    private static Narrative.Quarter latestQuarter(LocalDate told) {
        LocalDate before = told.minusMonths(3);
        return new Narrative.Quarter(before.getYear(), (before.getMonthValue() + 2) / 3);
    }

    private Optional<Meant> half(Found found) {
        int half = found.number("half", 1);
        Optional<Integer> year = year(found).or(() -> narrative.told().map(LocalDate::getYear));
        return Optional.of(year.map(each -> {
                    LocalDate from = LocalDate.of(each, half == 1 ? 1 : 7, 1);
                    return new Meant(
                            new TimeValue.Interval(from, from.plusMonths(6).minusDays(1), false),
                            List.of(),
                            found.has("year") ? Basis.STATED : Basis.RECKONED,
                            Optional.empty(),
                            isoYear(each) + "-H" + half,
                            "half of " + each);
                })
                .orElse(unresolved(NO_DAY, "XXXX-H" + half)));
    }

    private Optional<Meant> season(Found found) {
        String season = found.slot("season").orElseThrow();
        Optional<Integer> year = year(found);
        if (year.isPresent()) {
            return Optional.of(season(year.get(), season, found, basis(found), "stated"));
        }
        if (narrative.told().isEmpty()) {
            return Optional.of(unresolved(NO_DAY, "XXXX-" + season));
        }
        LocalDate told = narrative.told().get();
        int which = found.number("which", tense == Tense.FUTURE ? 1 : 0);
        int chosen = told.getYear();
        if (which < 0) {
            // the last one that was over before the report
            while (!seasonEnd(chosen, season).isBefore(told)) {
                chosen--;
            }
        } else if (which > 0) {
            while (!seasonStart(chosen, season).isAfter(told)) {
                chosen++;
            }
        } else if (!found.has("which")
                && tense != Tense.FUTURE
                && seasonStart(chosen, season).isAfter(told)) {
            chosen--;
        }
        return Optional.of(season(
                chosen,
                season,
                found,
                Basis.RECKONED,
                "the " + (which < 0 ? "last" : "nearest") + " at " + spoken(told) + "; seasons as in the north"));
    }

    private Meant season(int year, String season, Found found, Basis basis, String why) {
        return new Meant(
                found.slot("edge")
                        .map(edge -> within(seasonStart(year, season), seasonEnd(year, season), edge))
                        .orElse(new TimeValue.Interval(seasonStart(year, season), seasonEnd(year, season), true)),
                List.of(),
                basis,
                basis == Basis.RECKONED ? narrative.told() : Optional.empty(),
                isoYear(year) + "-" + season,
                why);
    }

    /** Winter is named for the year it begins in. */
    private static LocalDate seasonStart(int year, String season) {
        return LocalDate.of(
                year,
                switch (season) {
                    case "SP" -> 3;
                    case "SU" -> 6;
                    case "FA" -> 9;
                    default -> 12;
                },
                1);
    }

    private static LocalDate seasonEnd(int year, String season) {
        return seasonStart(year, season).plusMonths(3).minusDays(1);
    }

    // ------------------------------------------------------------ days

    private Optional<Meant> weekday(Found found) {
        if (found.has("dayword")) {
            int shift = switch (found.slot("dayword").orElseThrow()) {
                case "yesterday" -> -1;
                case "tomorrow" -> 1;
                default -> 0;
            };
            return Optional.of(fromTold(found, shift));
        }
        if (found.has("month")) {
            return Optional.of(monthDay(found, found.number("month", 1), found.number("day", 1)));
        }
        DayOfWeek said = DayOfWeek.of(found.number("weekday", 1));
        boolean fromNarrative = found.has("narrative") && !found.says("the next");
        Optional<LocalDate> from = fromNarrative ? narrative.day() : narrative.told();
        if (from.isEmpty()) {
            return Optional.of(unresolved(NO_DAY, "XXXX-WXX-" + said.getValue()));
        }
        LocalDate told = from.get();
        LocalDate before = told.with(TemporalAdjusters.previousOrSame(said));
        LocalDate after = told.with(TemporalAdjusters.next(said));
        LocalDate chosen;
        String why;
        if (found.has("which") || found.has("narrative")) {
            int which = found.number("which", found.number("narrative", 0));
            if (which < 0) {
                chosen = told.with(TemporalAdjusters.previous(said));
                why = "the last " + name(said) + " before " + spoken(told);
            } else if (which > 0) {
                chosen = after;
                why = "the next " + name(said) + " after " + spoken(told);
            } else {
                chosen = tense == Tense.FUTURE && !before.equals(told) ? after : before;
                why = "the " + name(said) + " nearest to " + spoken(told);
            }
        } else if (before.equals(told)) {
            chosen = told;
            why = "the day of the report itself, a " + name(said);
        } else if (tense == Tense.FUTURE) {
            chosen = after;
            why = "told as to come: the next " + name(said) + " after " + spoken(told);
        } else {
            chosen = before;
            why = "the last " + name(said) + " before " + spoken(told);
        }
        List<TimeValue> others = new ArrayList<>();
        for (LocalDate other : List.of(
                chosen.isAfter(told) ? before : after, (chosen.isAfter(told) ? before : chosen).minusWeeks(1))) {
            if (!other.equals(chosen)) {
                others.add(dayOf(other, found));
            }
        }
        return Optional.of(
                new Meant(dayOf(chosen, found), others, Basis.RECKONED, Optional.of(told), iso(chosen, found), why));
    }

    private Optional<Meant> weekdayOfWeek(Found found) {
        DayOfWeek said = DayOfWeek.of(found.number("weekday", 1));
        String week = found.slot("weekword").orElse("");
        int shift = week.startsWith("last") ? -1 : week.startsWith("next") ? 1 : 0;
        return Optional.of(narrative
                .told()
                .map(told -> {
                    LocalDate day = monday(told).plusWeeks(shift).with(TemporalAdjusters.nextOrSame(said));
                    return new Meant(
                            dayOf(day, found),
                            List.of(),
                            Basis.RECKONED,
                            Optional.of(told),
                            iso(day, found),
                            "the " + name(said) + " of the week " + (shift < 0 ? "before" : shift > 0 ? "after" : "of")
                                    + " " + spoken(told));
                })
                .orElse(unresolved(NO_DAY, "XXXX-WXX-" + said.getValue())));
    }

    private Optional<Meant> day(Found found) {
        return Optional.of(fromTold(found, found.number("shift", 0)));
    }

    private Meant fromTold(Found found, int shift) {
        if (narrative.told().isEmpty()) {
            return unresolved(NO_DAY, "XXXX-XX-XX");
        }
        LocalDate told = narrative.told().get();
        LocalDate day = told.plusDays(shift);
        return new Meant(
                dayOf(day, found),
                List.of(),
                Basis.RECKONED,
                Optional.of(told),
                iso(day, found),
                shift == 0
                        ? "the day of the report, " + spoken(told)
                        : shift < 0 ? "reckoned back from " + spoken(told) : "reckoned on from " + spoken(told));
    }

    private Optional<Meant> overnight(Found found) {
        if (found.has("weekday")) {
            return weekday(found);
        }
        if (narrative.told().isEmpty()) {
            return Optional.of(unresolved(NO_DAY, "XXXX-XX-XXTNI"));
        }
        LocalDate told = narrative.told().get();
        TimeValue before = new TimeValue.Day(told.minusDays(1), Optional.of("NI"));
        TimeValue same = new TimeValue.Day(told, Optional.of("NI"));
        return Optional.of(new Meant(
                tense == Tense.FUTURE ? same : before,
                List.of(tense == Tense.FUTURE ? before : same),
                Basis.RECKONED,
                Optional.of(told),
                (tense == Tense.FUTURE ? told : told.minusDays(1)) + "TNI",
                "the night " + (tense == Tense.FUTURE ? "after " : "before ") + spoken(told)));
    }

    private Optional<Meant> partOfTheDay(Found found) {
        return Optional.of(narrative
                .day()
                .map(day -> new Meant(
                        dayOf(day, found),
                        List.of(),
                        Basis.RECKONED,
                        Optional.of(day),
                        iso(day, found),
                        narrative.namedDay() ? "on the day named before" : "on the day of the report, " + spoken(day)))
                .orElse(unresolved(
                        NO_DAY,
                        "XXXX-XX-XX" + time(found).map(Reckoner::isoTime).orElse(""))));
    }

    /** The day, with the part or time of it that the words name. */
    private static TimeValue.Day dayOf(LocalDate day, Found found) {
        return new TimeValue.Day(day, time(found));
    }

    private static Optional<String> time(Found found) {
        if (found.has("hourword")) {
            return found.slot("hourword");
        }
        Optional<String> clock = found.slot("clock")
                .or(() -> found.slot("dottedclock"))
                .or(() -> found.slot("fourdigit"))
                .or(() -> found.slot("hourno"));
        if (clock.isEmpty()) {
            return found.slot("part");
        }
        String figures = clock.get().replace('.', ':');
        if (!figures.contains(":") && figures.length() == 4) {
            figures = figures.substring(0, 2) + ":" + figures.substring(2);
        }
        String[] parts = figures.split(":");
        int hour = Integer.parseInt(parts[0]);
        int minute = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        String half = found.slot("meridiem").orElse("");
        String part = found.slot("part").orElse("");
        if (hour < 12 && (half.startsWith("p") || part.equals("AF") || part.equals("EV"))) {
            hour += 12;
        } else if (hour == 12 && half.startsWith("a")) {
            hour = 0;
        }
        return Optional.of(String.format(Locale.ROOT, "%02d:%02d", hour, minute));
    }

    private static String iso(LocalDate day, Found found) {
        return day + time(found).map(Reckoner::isoTime).orElse("");
    }

    private static String isoTime(String time) {
        return "T" + time;
    }

    // ------------------------------------------------------------ this, last, next

    private Optional<Meant> unit(Found found) {
        String unit = found.slot("unit").orElseThrow();
        int which = found.number("which", 0);
        if (unit.equals("D")) {
            return which == 0 ? day(found) : narrative(found);
        }
        if (narrative.told().isEmpty()) {
            return Optional.of(unresolved(NO_DAY, unit.equals("W") ? "XXXX-WXX" : "XXXX"));
        }
        LocalDate told = narrative.told().get();
        String why = (which < 0 ? "the one before that of " : which > 0 ? "the one after that of " : "that of ")
                + spoken(told);
        return Optional.of(stretch(unit, shift(told, unit, which), found, told, why, which));
    }

    private Meant stretch(String unit, LocalDate in, Found found, LocalDate from, String why, int which) {
        return switch (unit) {
            case "Y" ->
                reckoned(
                        found.slot("edge")
                                .map(edge ->
                                        within(in.withDayOfYear(1), in.with(TemporalAdjusters.lastDayOfYear()), edge))
                                .orElse(new TimeValue.Year(in.getYear())),
                        List.of(),
                        from,
                        isoYear(in.getYear()),
                        why);
            case "M" -> {
                YearMonth month = YearMonth.from(in);
                yield reckoned(
                        found.slot("edge")
                                .map(edge -> within(month.atDay(1), month.atEndOfMonth(), edge))
                                .orElse(new TimeValue.Month(month)),
                        List.of(),
                        from,
                        iso(month),
                        why);
            }
            case "W" -> {
                LocalDate monday = monday(in);
                TimeValue week = found.slot("edge")
                        .map(edge -> within(monday, monday.plusDays(6), edge))
                        .orElse(new TimeValue.Interval(monday, monday.plusDays(6), false));
                // "Last week" is also said of the seven days just gone.
                List<TimeValue> others = which < 0
                        ? List.of(new TimeValue.Interval(from.minusDays(7), from.minusDays(1), true))
                        : List.of();
                yield reckoned(week, others, from, isoWeek(monday), why);
            }
            case "Q" -> {
                Narrative.Quarter quarter = new Narrative.Quarter(in.getYear(), (in.getMonthValue() + 2) / 3);
                yield quarter(quarter, found, Basis.RECKONED, why);
            }
            case "E" -> {
                int decade = in.getYear() / 10;
                yield reckoned(
                        stretch(LocalDate.of(decade * 10, 1, 1), LocalDate.of(decade * 10 + 9, 12, 31), found),
                        List.of(),
                        from,
                        String.valueOf(decade),
                        why);
            }
            case "C" -> {
                int century = in.getYear() / 100;
                yield reckoned(
                        stretch(LocalDate.of(century * 100, 1, 1), LocalDate.of(century * 100 + 99, 12, 31), found),
                        List.of(),
                        from,
                        String.valueOf(century),
                        why);
            }
            case "F" ->
                reckoned(
                        new TimeValue.Interval(monday(in), monday(in).plusDays(13), true),
                        List.of(),
                        from,
                        isoWeek(in),
                        why);
            default -> reckoned(dayOf(in, found), List.of(), from, iso(in, found), why);
        };
    }

    private static Meant reckoned(TimeValue value, List<TimeValue> others, LocalDate from, String iso, String why) {
        return new Meant(value, others, Basis.RECKONED, Optional.of(from), iso, why);
    }

    private Optional<Meant> yearEnd() {
        return Optional.of(narrative
                .told()
                .map(told -> {
                    LocalDate end = LocalDate.of(told.getYear() - (tense == Tense.PAST ? 1 : 0), 12, 31);
                    return reckoned(
                            new TimeValue.Interval(end.minusDays(30), end, true),
                            List.of(),
                            told,
                            end.toString(),
                            "the end of the year, at " + spoken(told));
                })
                .orElse(unresolved(NO_DAY, "XXXX-12-31")));
    }

    private Optional<Meant> weekend(Found found) {
        boolean before = found.has("narrative") && found.number("narrative", 0) < 0;
        Optional<LocalDate> from = found.has("narrative") ? narrative.day() : narrative.told();
        if (from.isEmpty()) {
            return Optional.of(unresolved(NO_DAY, "XXXX-WXX-WE"));
        }
        LocalDate told = from.get();
        boolean during = told.getDayOfWeek().getValue() >= 6;
        LocalDate running = told.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
        LocalDate coming = told.with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        int which = found.number("which", 0);
        LocalDate saturday;
        if (which < 0 || before) {
            saturday = during ? running.minusWeeks(1) : running;
        } else if (which > 0) {
            saturday = coming;
        } else if (during) {
            saturday = running;
        } else {
            saturday = tense == Tense.FUTURE ? coming : running;
        }
        LocalDate other = saturday.equals(coming) ? (which > 0 ? coming.plusWeeks(1) : running) : coming;
        return Optional.of(reckoned(
                new TimeValue.Interval(saturday, saturday.plusDays(1), false),
                List.of(new TimeValue.Interval(other, other.plusDays(1), false)),
                told,
                isoWeek(saturday) + "-WE",
                "the Saturday and Sunday " + (saturday.isAfter(told) ? "after " : during ? "at " : "before ")
                        + spoken(told)));
    }

    // ------------------------------------------------------------ from what was told before

    private Optional<Meant> narrative(Found found) {
        String unit = found.slot("unit").orElse("D");
        int shift = found.number("narrative", found.number("which", 0));
        Optional<LocalDate> from = unit.equals("D")
                ? narrative.day()
                : narrative.last().flatMap(TimeValue::first).or(narrative::told);
        if (from.isEmpty()) {
            return Optional.of(unresolved("no day is named before it and " + NO_DAY, "XXXX-XX-XX"));
        }
        String why = shift == 0
                ? "the same as named before, from " + spoken(from.get())
                : shift < 0 ? "the one before " + spoken(from.get()) : "the one after " + spoken(from.get());
        return Optional.of(stretch(unit, shift(from.get(), unit, shift), found, from.get(), why, 0));
    }

    private Optional<Meant> yearAgo(Found found) {
        Optional<Narrative.Quarter> quarter = narrative.quarter(found.sentence(), QUARTER_SENTENCES);
        if (quarter.isPresent()) {
            Narrative.Quarter then = new Narrative.Quarter(
                    quarter.get().year() - 1, quarter.get().number());
            // The narrative stays at the quarter of the report: the one a year ago is only compared with.
            return Optional.of(reckoned(
                    then.value(),
                    List.of(),
                    narrative.told().orElse(then.value().first().orElseThrow()),
                    then.iso(),
                    "the same quarter a year before"));
        }
        boolean earlier = !found.says("ago");
        Optional<TimeValue> last = earlier ? narrative.last() : Optional.empty();
        if (last.isPresent() && last.get() instanceof TimeValue.Month month) {
            YearMonth then = month.month().minusYears(1);
            return Optional.of(reckoned(
                    new TimeValue.Month(then),
                    List.of(),
                    month.month().atDay(1),
                    iso(then),
                    "the same month a year before"));
        }
        Optional<LocalDate> from = last.flatMap(TimeValue::first).or(narrative::told);
        return Optional.of(from.map(each -> reckoned(
                        new TimeValue.Year(each.getYear() - 1),
                        List.of(),
                        each,
                        isoYear(each.getYear() - 1),
                        "a year before " + spoken(each)))
                .orElse(unresolved(NO_DAY, "XXXX")));
    }

    private Optional<Meant> ago(Found found) {
        return away(found, narrative.told(), found.number("sign", -1));
    }

    private Optional<Meant> shifted(Found found) {
        boolean back = found.slot("direction").orElse("").matches("earlier|before|previously|prior");
        return away(found, narrative.day(), back ? -1 : 1);
    }

    private Optional<Meant> away(Found found, Optional<LocalDate> from, int sign) {
        Optional<BigDecimal> amount =
                found.has("amount") ? amounts.read(found.slot("amount").get()) : Optional.of(BigDecimal.ONE);
        String unit = found.slot("unit").orElse("D");
        if (amount.isEmpty()) {
            return Optional.of(unresolved("it is not said how long", sign < 0 ? "PAST_REF" : "FUTURE_REF"));
        }
        if (from.isEmpty()) {
            return Optional.of(unresolved(NO_DAY, sign < 0 ? "PAST_REF" : "FUTURE_REF"));
        }
        int count = amount.get().intValue();
        boolean half = amount.get().remainder(BigDecimal.ONE).signum() != 0;
        LocalDate day = shift(from.get(), unit, sign * count);
        if (half) {
            day = switch (unit) {
                case "Y" -> day.plusMonths(6L * sign);
                case "E" -> day.plusYears(5L * sign);
                default -> day;
            };
        }
        String why = found.text().replaceAll("\\s+", " ") + ", from " + spoken(from.get());
        return Optional.of(stretch(unit, day, found, from.get(), why, 0));
    }

    // ------------------------------------------------------------ how long, how often

    private Optional<Meant> span(Found found) {
        String unit = found.slot("unit").orElse("D");
        Optional<BigDecimal> amount =
                found.has("amount") ? amounts.read(found.slot("amount").get()) : Optional.of(BigDecimal.ONE);
        String iso = durationIso(amount, unit);
        String side = found.slot("spanside").orElse("");
        boolean past = side.matches("past|last|previous|preceding|latest|recent");
        boolean future = side.matches("next|coming|following");
        if (amount.isEmpty()) {
            return Optional.of(unresolved("no boundary", iso));
        }
        boolean whole = amount.get().remainder(BigDecimal.ONE).signum() == 0;
        if (narrative.told().isEmpty() || unit.startsWith("T") || !whole || !(past || future)) {
            return Optional.of(length(iso, found));
        }
        LocalDate told = narrative.told().get();
        LocalDate other = shift(told, unit, (past ? -1 : 1) * amount.get().intValue());
        return Optional.of(reckoned(
                past ? new TimeValue.Interval(other, told, true) : new TimeValue.Interval(told, other, true),
                List.of(),
                told,
                iso,
                (past ? "up to " : "from ") + spoken(told)));
    }

    private Optional<Meant> duration(Found found) {
        String unit = found.slot("unit").orElse("D");
        Optional<BigDecimal> amount =
                found.has("amount") ? amounts.read(found.slot("amount").get()) : Optional.empty();
        if (amount.isEmpty()
                && found.says("-long")
                && !found.slot("unit").orElse("").isEmpty()
                && !found.has("amount")) {
            boolean plural = found.text().toLowerCase(Locale.ROOT).endsWith("s-long");
            amount = plural ? Optional.empty() : Optional.of(BigDecimal.ONE);
        }
        if (found.has("clears")) {
            narrative.leaveQuarter();
        }
        return Optional.of(length(durationIso(amount, unit), found));
    }

    private static Meant length(String iso, Found found) {
        return new Meant(
                new TimeValue.Duration(iso, found.slot("mod")),
                List.of(),
                Basis.NONE,
                Optional.empty(),
                iso,
                "says how long, not when");
    }

    private static String durationIso(Optional<BigDecimal> amount, String unit) {
        String letter = unit.startsWith("T") ? unit.substring(1) : unit;
        String start = unit.startsWith("T") ? "PT" : "P";
        if (amount.isEmpty()) {
            return start + "X" + (letter.equals("F") ? "W" : letter);
        }
        BigDecimal number = amount.get();
        if (letter.equals("F")) {
            return "P" + plain(number.multiply(BigDecimal.TWO)) + "W";
        }
        boolean half = number.remainder(BigDecimal.ONE).compareTo(new BigDecimal("0.5")) == 0;
        if (half && letter.equals("Y")) {
            return number.intValue() == 0 ? "P6M" : "P" + number.intValue() + "Y6M";
        }
        if (half && unit.equals("TH")) {
            return number.intValue() == 0 ? "PT30M" : "PT" + number.intValue() + "H30M";
        }
        return start + plain(number) + letter;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private Optional<Meant> vague(Found found) {
        return Optional.of(unresolved(
                "no boundary", durationIso(Optional.empty(), found.slot("unit").orElse("D"))));
    }

    private Optional<Meant> set(Found found) {
        String iso = found.slot("often")
                .orElseGet(() -> durationIso(
                        found.has("amount") ? amounts.read(found.slot("amount").get()) : Optional.of(BigDecimal.ONE),
                        found.slot("unit").orElse("D")));
        return Optional.of(recurring(iso));
    }

    private Optional<Meant> each(Found found) {
        String iso;
        if (found.has("weekday")) {
            iso = "XXXX-WXX-" + found.number("weekday", 1)
                    + found.slot("part").map(Reckoner::isoTime).orElse("");
        } else if (found.has("month")) {
            iso = "XXXX-" + found.slot("month").orElseThrow();
        } else {
            iso = "XXXX-" + found.slot("season").orElseThrow();
        }
        return Optional.of(recurring(iso));
    }

    private static Meant recurring(String iso) {
        return new Meant(
                new TimeValue.Recurring(iso), List.of(), Basis.NONE, Optional.empty(), iso, "comes again and again");
    }

    private Optional<Meant> pointer(Found found) {
        String iso = found.slot("pointer").orElseThrow();
        return Optional.of(new Meant(
                new TimeValue.Reference(iso),
                List.of(),
                Basis.NONE,
                Optional.empty(),
                iso,
                "points, and names no day"));
    }

    private Optional<Meant> holiday(Found found) {
        String rule = found.slot("holiday").orElseThrow();
        Optional<Integer> year = year(found);
        if (year.isPresent()) {
            LocalDate day = feast(rule, year.get());
            return Optional.of(new Meant(
                    dayOf(day, found),
                    List.of(),
                    basis(found),
                    Optional.empty(),
                    day.toString(),
                    "a feast of that year"));
        }
        if (narrative.told().isEmpty()) {
            return Optional.of(unresolved(NO_DAY, "XXXX-XX-XX"));
        }
        LocalDate told = narrative.told().get();
        LocalDate best = feast(rule, told.getYear());
        boolean next = found.number("which", 0) > 0 || !found.has("which") && tense == Tense.FUTURE;
        boolean last = found.number("which", 0) < 0 || !found.has("which") && tense == Tense.PAST;
        if (next && best.isBefore(told)) {
            best = feast(rule, told.getYear() + 1);
        } else if (last && best.isAfter(told.plusDays(STAMP_EARLY_DAYS))) {
            best = feast(rule, told.getYear() - 1);
        }
        return Optional.of(
                reckoned(dayOf(best, found), List.of(), told, best.toString(), "the feast nearest to " + spoken(told)));
    }

    /** {@code MM-DD}, {@code NTH month n weekday}, {@code LAST month weekday}, {@code EASTER days}. */
    private static LocalDate feast(String rule, int year) {
        String[] parts = rule.toUpperCase(Locale.ROOT).split(" ");
        return switch (parts[0]) {
            case "NTH" ->
                LocalDate.of(year, Integer.parseInt(parts[1]), 1)
                        .with(TemporalAdjusters.dayOfWeekInMonth(
                                Integer.parseInt(parts[2]), DayOfWeek.of(Integer.parseInt(parts[3]))));
            case "LAST" ->
                LocalDate.of(year, Integer.parseInt(parts[1]), 1)
                        .with(TemporalAdjusters.lastInMonth(DayOfWeek.of(Integer.parseInt(parts[2]))));
            case "EASTER" -> easter(year).plusDays(Integer.parseInt(parts[1]));
            default -> LocalDate.parse(year + "-" + rule);
        };
    }

    /** The anonymous Gregorian reckoning, as in Meeus, Astronomical Algorithms, chapter 8. */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }

    // ------------------------------------------------------------ small help

    private static Meant unresolved(String why, String iso) {
        return new Meant(new TimeValue.Unresolved(why), List.of(), Basis.NONE, Optional.empty(), iso, why);
    }

    private static LocalDate shift(LocalDate from, String unit, int count) {
        return switch (unit) {
            case "Y" -> from.plusYears(count);
            case "M" -> from.plusMonths(count);
            case "W" -> from.plusWeeks(count);
            case "F" -> from.plusWeeks(2L * count);
            case "E" -> from.plusYears(10L * count);
            case "C" -> from.plusYears(100L * count);
            case "Q" -> from.plusMonths(3L * count);
            case "TH" -> from.plusDays(count / 24);
            case "TM", "TS" -> from;
            default -> from.plusDays(count);
        };
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static String isoWeek(LocalDate day) {
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static String iso(YearMonth month) {
        return String.format(Locale.ROOT, "%04d-%02d", month.getYear(), month.getMonthValue());
    }

    private static String isoYear(int year) {
        return String.format(Locale.ROOT, "%04d", year);
    }

    private static String spoken(LocalDate day) {
        return SPOKEN.format(day);
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH);
    }

    private static String monthName(YearMonth month) {
        return month.getMonth().getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear();
    }
}
