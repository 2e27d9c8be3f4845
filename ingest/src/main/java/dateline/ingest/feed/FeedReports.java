package dateline.ingest.feed;

import dateline.ingest.text.Moment;
import dateline.ingest.text.Plain;
import dateline.ingest.text.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns entries of a feed into reports. */
public final class FeedReports {
    private FeedReports() {}

    /** Before this year no feed was written; such dates are a clock's zero or a slip. */
    private static final int YEAR_MIN = 1995;

    /** Characters under which the text of an entry is an announcement rather than the report. */
    private static final int SUMMARY_LENGTH_MAX = 400;

    public static List<Told> of(Feed feed) {
        List<Told> told = new ArrayList<>();
        feed.entries().forEach(entry -> told.add(of(feed, entry)));
        return told;
    }

    private static Told of(Feed feed, Entry entry) {
        List<String> notes = new ArrayList<>(feed.notes());
        Optional<String> title = entry.about().title().map(FeedReports::line).filter(each -> !each.isBlank());
        String text = entry.contents().stream()
                .map(Wording::text)
                .filter(each -> !each.isBlank())
                .reduce((one, other) -> other.length() > one.length() ? other : one)
                .or(() -> entry.about().summary().map(Wording::text).filter(each -> !each.isBlank()))
                .or(() -> title)
                .orElse("");
        if (text.length() < SUMMARY_LENGTH_MAX) {
            notes.add("the feed gives " + (title.equals(Optional.of(text)) ? "its title" : "a short text") + " only");
        }
        Optional<String> carrier = feed.about().title().map(FeedReports::line).filter(each -> !each.isBlank());
        Optional<String> publisher =
                entry.source().flatMap(About::title).map(FeedReports::line).filter(each -> !each.isBlank());
        if (publisher.isPresent() && carrier.isPresent() && !publisher.equals(carrier)) {
            notes.add("carried by the feed of " + carrier.get());
        }
        Optional<Moment> published = published(entry, notes);
        return new Told(
                entry.given(),
                text,
                new Plain(
                        0,
                        published,
                        publisher.or(() -> carrier),
                        title,
                        entry.about().link(),
                        notes),
                false);
    }

    private static String line(Wording wording) {
        return wording.text().replaceAll("\\s+", " ").strip();
    }

    private static Optional<Moment> published(Entry entry, List<String> notes) {
        Optional<Stamp> first = entry.about().published().or(() -> entry.about().created());
        Optional<Stamp> last = entry.about().updated();
        Optional<Moment> published = first.flatMap(stamp -> checked(stamp, notes));
        Optional<Moment> updated = last.flatMap(stamp -> checked(stamp, notes));
        if (published.isPresent()
                && updated.isPresent()
                && published.get().instant().isPresent()
                && updated.get().instant().isPresent()
                && updated.get()
                        .instant()
                        .get()
                        .isAfter(published.get().instant().get())) {
            notes.add("changed by its publisher at " + updated.get().instant().get());
        }
        if (published.isEmpty() && updated.isPresent()) {
            notes.add("dated by its last change, since its feed says nothing else");
        }
        return published.or(() -> updated);
    }

    private static Optional<Moment> checked(Stamp stamp, List<String> notes) {
        Optional<Moment> moment = stamp.moment();
        if (moment.isEmpty()) {
            notes.add("its date '" + shortened(stamp.words()) + "' cannot be read");
            return moment;
        }
        if (moment.get().day().getYear() < YEAR_MIN) {
            notes.add("its date " + moment.get().day() + " is no date of publication and is not used");
            return Optional.empty();
        }
        return moment;
    }

    private static String shortened(String words) {
        return words.length() > 60 ? words.substring(0, 60) + "…" : words;
    }
}
