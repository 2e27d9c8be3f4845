package dateline.analysis.timex;

/** How the words that a rule of {@code timex/rules.txt} finds are to be understood. */
enum Meaning {
    /** Only look like time: they are eaten, and nothing is said. */
    NOTHING,
    /** A year, month or day of the calendar, as far as given; the year from the surroundings when it is left out. */
    DATE,
    /** Three numbers with strokes between them, in one order or the other. */
    SLASHED,
    /** A further day of the month just named ("April 24 and 25"). */
    DAY_MORE,
    SPOKEN_YEAR,
    DECADE,
    CENTURY,
    QUARTER,
    /** "The quarter": the one named last. */
    QUARTER_SAME,
    HALF,
    SEASON,
    WEEKDAY,
    /** "Friday last week". */
    WEEKDAY_OF_WEEK,
    /** A day counted from the day of the report: today, yesterday. */
    DAY,
    OVERNIGHT,
    /** A part of the day that the narrative is at: "in the morning". */
    PART,
    /** A time of the day that the narrative is at. */
    CLOCK,
    /** This, last or next week, month, year. */
    UNIT,
    YEAR_END,
    WEEKEND,
    /** Counted from the day named last: "the next day", "the following year". */
    NARRATIVE,
    /** "A year earlier": the stretch named last, a year before. */
    YEAR_AGO,
    /** So long before or after the day of the report. */
    AGO,
    /** So long before or after the day named last. */
    SHIFTED,
    /** A stretch that ends or begins at the day of the report: "the past three months". */
    SPAN,
    DURATION,
    /** A length nobody has counted: "recent years". */
    VAGUE,
    SET,
    /** Every Tuesday, every July. */
    EACH,
    HOLIDAY,
    POINTER,
    UNRESOLVED
}
