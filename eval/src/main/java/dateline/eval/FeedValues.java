package dateline.eval;

import dateline.ingest.feed.About;
import dateline.ingest.feed.Entry;
import dateline.ingest.feed.Feed;
import dateline.ingest.feed.Link;
import dateline.ingest.feed.Person;
import dateline.ingest.feed.Stamp;
import dateline.ingest.feed.Wording;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A feed as Dateline read it, under the names that feedparser's expectations use. */
final class FeedValues {
    private FeedValues() {}

    static Map<String, Object> of(Feed feed) {
        Map<String, Object> head = about(feed.about(), true);
        feed.information().ifPresent(each -> head.put("info", each.value()));
        List<Object> entries = new ArrayList<>();
        feed.entries().forEach(each -> entries.add(entry(each)));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("feed", head);
        values.put("channel", head);
        values.put("entries", entries);
        values.put("items", entries);
        return values;
    }

    private static Map<String, Object> entry(Entry entry) {
        Map<String, Object> values = about(entry.about(), false);
        List<Object> contents = new ArrayList<>();
        for (Wording content : entry.contents()) {
            contents.add(wording(content));
        }
        if (!contents.isEmpty()) {
            values.put("content", contents);
            // What has no summary is summed up by its text.
            values.putIfAbsent("summary", entry.contents().getFirst().value());
            values.putIfAbsent("description", entry.contents().getFirst().value());
        }
        entry.source().ifPresent(source -> {
            Map<String, Object> of = about(source, true);
            source.link().ifPresent(link -> of.put("href", link));
            source.link().ifPresent(link -> of.put("url", link));
            values.put("source", of);
        });
        List<Object> enclosures = new ArrayList<>();
        entry.enclosures().forEach(each -> {
            Map<String, Object> of = new LinkedHashMap<>();
            of.put("href", each.address());
            of.put("url", each.address());
            each.type().ifPresent(type -> of.put("type", type));
            each.length().ifPresent(length -> of.put("length", length.toString()));
            enclosures.add(of);
        });
        if (!enclosures.isEmpty()) {
            values.put("enclosures", enclosures);
        }
        return values;
    }

    private static Map<String, Object> wording(Wording wording) {
        Map<String, Object> of = new LinkedHashMap<>();
        of.put("value", wording.value());
        wording.language().ifPresent(language -> of.put("language", language));
        return of;
    }

    private static Map<String, Object> about(About about, boolean feed) {
        Map<String, Object> values = new LinkedHashMap<>();
        about.title().ifPresent(each -> values.put("title", each.value()));
        about.id().ifPresent(each -> both(values, each, "id", "guid"));
        about.link().ifPresent(each -> values.put("link", each));
        if (!about.links().isEmpty()) {
            values.put("links", about.links().stream().map(FeedValues::link).toList());
        }
        if (!about.authors().isEmpty()) {
            values.put("author", about.authors().getFirst().words());
            values.put(
                    "authors", about.authors().stream().map(FeedValues::person).toList());
        }
        about.publisher().ifPresent(each -> values.put("publisher", each.words()));
        if (!about.contributors().isEmpty()) {
            values.put(
                    "contributors",
                    about.contributors().stream().map(FeedValues::person).toList());
        }
        about.published().ifPresent(each -> stamp(values, each, "published", "issued"));
        about.updated().ifPresent(each -> stamp(values, each, "updated", "modified", "date"));
        about.created().ifPresent(each -> stamp(values, each, "created"));
        if (about.updated().isEmpty()) {
            // What was never changed was last changed when it came out.
            about.published().ifPresent(each -> stamp(values, each, "updated", "modified", "date"));
        }
        about.summary()
                .ifPresent(each -> both(
                        values,
                        each.value(),
                        feed
                                ? List.of("subtitle", "tagline", "description")
                                : List.of("summary", "description", "subtitle")));
        about.rights().ifPresent(each -> both(values, each.value(), "rights", "copyright"));
        about.language().ifPresent(each -> values.put("language", each));
        if (!about.categories().isEmpty()) {
            List<Object> tags = new ArrayList<>();
            about.categories().forEach(each -> {
                Map<String, Object> of = new LinkedHashMap<>();
                of.put("term", each.term());
                each.scheme().ifPresent(scheme -> of.put("scheme", scheme));
                each.label().ifPresent(label -> of.put("label", label));
                tags.add(of);
            });
            values.put("tags", tags);
        }
        about.picture().ifPresent(each -> both(values, each, "logo", "icon"));
        about.generator().ifPresent(each -> values.put("generator", each));
        return values;
    }

    private static void both(Map<String, Object> values, Object value, String... keys) {
        both(values, value, List.of(keys));
    }

    private static void both(Map<String, Object> values, Object value, List<String> keys) {
        keys.forEach(key -> values.put(key, value));
    }

    private static Map<String, Object> link(Link link) {
        Map<String, Object> of = new LinkedHashMap<>();
        of.put("rel", link.relation());
        link.type().ifPresent(type -> of.put("type", type));
        of.put("href", link.address());
        link.title().ifPresent(title -> of.put("title", title));
        link.language().ifPresent(language -> of.put("hreflang", language));
        return of;
    }

    private static Map<String, Object> person(Person person) {
        Map<String, Object> of = new LinkedHashMap<>();
        person.name().ifPresent(each -> of.put("name", each));
        person.email().ifPresent(each -> of.put("email", each));
        person.address().ifPresent(each -> both(of, each, "url", "href"));
        return of;
    }

    /** Python's time tuple in UTC; a time without zone counts as UTC there. */
    private static void stamp(Map<String, Object> values, Stamp stamp, String... keys) {
        Optional<List<Long>> tuple = stamp.day().map(day -> tuple(day, stamp));
        for (String key : keys) {
            values.put(key, stamp.words());
            tuple.ifPresent(each -> values.put(key + "_parsed", each));
        }
    }

    private static List<Long> tuple(LocalDate day, Stamp stamp) {
        ZonedDateTime time = day.atTime(stamp.time().orElse(LocalTime.MIDNIGHT))
                .atZone(stamp.zone().orElse(ZoneOffset.UTC))
                .withZoneSameInstant(ZoneOffset.UTC);
        return List.of(
                (long) time.getYear(),
                (long) time.getMonthValue(),
                (long) time.getDayOfMonth(),
                (long) time.getHour(),
                (long) time.getMinute(),
                (long) time.getSecond(),
                (long) time.getDayOfWeek().getValue() - 1,
                (long) time.getDayOfYear(),
                0L);
    }
}
