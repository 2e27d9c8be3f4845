package dateline.account;

import dateline.analysis.Analysis;
import dateline.analysis.attribution.Attribution;
import dateline.analysis.layout.Layout;
import dateline.reconcile.Reconciled;
import dateline.reconcile.event.Happening;
import dateline.reconcile.finding.PrimaryWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Gives each outlet, post author, relayed medium and speaker one id, and knows which of them one telling rests on. */
final class Sources {
    private final Reconciled from;
    private final Map<String, Entry> made = new LinkedHashMap<>();

    private static final class Entry {
        private final String id;
        private final String kind;
        private final String name;
        private final Set<String> reports = new LinkedHashSet<>();

        Entry(String id, String kind, String name) {
            this.id = id;
            this.kind = kind;
            this.name = name;
        }
    }

    Sources(Reconciled from) {
        this.from = from;
        for (int i = 0; i < from.story().size(); i++) {
            ofReport(i, OptionalInt.empty());
        }
    }

    List<Account.Source> all() {
        List<Account.Source> found = new ArrayList<>();
        for (Entry entry : made.values()) {
            found.add(new Account.Source(entry.id, entry.kind, entry.name, List.copyOf(entry.reports)));
        }
        return found;
    }

    private String source(String kind, String name, int report) {
        String key = kind + "|" + name.toLowerCase(Locale.ROOT);
        Entry entry = made.computeIfAbsent(key, k -> new Entry("s" + (made.size() + 1), kind, name));
        entry.reports.add(Citations.reportId(report));
        return entry.id;
    }

    /** The outlet of a report, or the author of the post when the words stand in one. */
    String ofReport(int report, OptionalInt post) {
        Layout layout = from.story().get(report).segmented().layout();
        if (post.isPresent()) {
            return source("post", layout.posts().get(post.getAsInt()).author(), report);
        }
        return from.story()
                .report(report)
                .outlet()
                .or(layout::outlet)
                .map(outlet -> source("outlet", outlet, report))
                .orElseGet(() -> source("unnamed", "unnamed outlet of report " + (report + 1), report));
    }

    /** Who speaks: an official, a witness, a medium; the post's author for a post. */
    String ofSpeaker(int report, Attribution attribution) {
        if (attribution.post().isPresent()) {
            return ofReport(report, attribution.post());
        }
        if (attribution.speakerAs().isEmpty()) {
            return ofReport(report, OptionalInt.empty());
        }
        String name = attribution.speakerAs();
        if (attribution.speaker().isPresent()) {
            int entity = from.entityOf().entity(report, attribution.speaker().getAsInt());
            if (entity >= 0 && from.entities().get(entity).named()) {
                return source("official", from.entities().get(entity).name(), report);
            }
        }
        String lower = name.toLowerCase(Locale.ROOT);
        String kind = lower.matches(
                        ".*\\b(witness(es)?|resident|residents|survivor|survivors|bystander|neighbou?r|passenger|passengers)\\b.*")
                ? "witness"
                : lower.matches(
                                ".*\\b(official|officials|spokes\\w+|police|minister|ministry|government|military|army|officer|governor|mayor|president|court|judge)\\b.*")
                        ? "official"
                        : "unnamed";
        return source(kind, name, report);
    }

    /** The sources a telling rests on: the outlet or post, and the media it was relayed through. */
    Set<String> of(Happening telling) {
        Set<String> found = new LinkedHashSet<>();
        Analysis analysis = from.story().get(telling.report());
        OptionalInt post =
                analysis.trees().get(telling.claim().sentence()).sentence().post();
        boolean relayed = false;
        for (int id : telling.claim().attributions()) {
            for (Attribution.Via via : analysis.attributions().get(id).via()) {
                found.add(source("outlet", via.name(), telling.report()));
                relayed = true;
            }
        }
        if (!relayed || post.isPresent()) {
            found.add(ofReport(telling.report(), post));
        }
        return found;
    }

    /** Independent origins of a telling: copies and quoted posts lead back to where they came from. */
    Set<String> origins(Happening telling) {
        Set<String> found = new TreeSet<>();
        Analysis analysis = from.story().get(telling.report());
        for (int id : telling.claim().attributions()) {
            for (PrimaryWords words : from.primaryWords()) {
                if (words.report() == telling.report() && words.attribution() == id) {
                    found.add("post:"
                            + from.story()
                                    .get(words.postReport())
                                    .segmented()
                                    .layout()
                                    .posts()
                                    .get(words.post())
                                    .handle()
                                    .toLowerCase(Locale.ROOT));
                }
            }
            for (Attribution.Via via : analysis.attributions().get(id).via()) {
                found.add("via:" + via.name().toLowerCase(Locale.ROOT));
            }
        }
        if (found.isEmpty()) {
            found.add(telling.origin());
        }
        return found;
    }
}
