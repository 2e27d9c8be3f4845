package dateline.present.html;

import dateline.account.Account;
import dateline.present.Harmless;
import dateline.present.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was made of each quoted stretch: the way back from the words to the statements that rest on them. */
final class Uses {
    private final Map<String, Map<String, String>> byMention = new LinkedHashMap<>();

    Uses(Paths paths) {
        Account account = paths.account();
        for (int i = 0; i < account.brief().size(); i++) {
            for (String mention : account.brief().get(i).cites()) {
                add(mention, "b" + (i + 1), "Brief, sentence " + (i + 1));
            }
        }
        for (Account.Event event : account.events()) {
            for (String mention : event.mentions()) {
                add(mention, event.id(), "Event: " + event.label());
            }
            event.quantities().forEach(each -> add(each.mention(), event.id(), "Event: " + event.label()));
            event.where().forEach(each -> add(each.mention(), event.id(), "Event: " + event.label()));
            event.follows().forEach(each -> add(each.mention(), event.id(), "Event: " + event.label()));
        }
        for (Account.ClaimEntry claim : account.claims()) {
            add(claim.mention(), claim.id(), "Claim of " + paths.speakerOf(claim));
            claim.original()
                    .ifPresent(original ->
                            add(original.mention(), claim.id(), "Original of a claim of " + paths.speakerOf(claim)));
        }
        for (Account.Disagreement each : account.disagreements()) {
            each.positions()
                    .forEach(position -> position.mentions()
                            .forEach(mention -> add(mention, each.id(), "Disagreement: " + each.question())));
        }
        for (Account.Agreement each : account.agreements()) {
            each.positions()
                    .forEach(position -> position.mentions()
                            .forEach(mention -> add(mention, each.id(), "Agreement: " + each.question())));
        }
        for (Account.Series series : account.series()) {
            series.points().forEach(point -> add(point.mention(), series.id(), "Numbers over time: " + series.what()));
        }
        if (!account.openQuestions().isEmpty()) {
            account.openQuestions()
                    .forEach(each -> each.grounds()
                            .forEach(mention -> add(mention, "questions", "Open question: " + each.question())));
        }
        for (Account.Entity entity : account.entities()) {
            entity.mentions().forEach(mention -> add(mention, entity.id(), "Name: " + entity.name()));
            entity.notSameAs().forEach(each -> add(each.mention(), entity.id(), "Name: " + entity.name()));
        }
        for (Account.PostEntry post : account.posts()) {
            add(post.mention(), "sources", "Post by " + post.author());
        }
    }

    private void add(String mention, String target, String what) {
        Map<String, String> uses = byMention.computeIfAbsent(mention, id -> new LinkedHashMap<>());
        uses.putIfAbsent(
                target.equals("questions") || target.equals("sources") ? target + " " + what : target,
                Harmless.line(what));
    }

    /** Where a use leads and what it is called. */
    record Use(String target, String what) {
        private static final String NAME = "Name: ";

        /** Whether it is only that somebody is named there. */
        boolean isName() {
            return what.startsWith(NAME);
        }

        String name() {
            return what.substring(NAME.length());
        }
    }

    List<Use> of(String mention) {
        List<Use> uses = new ArrayList<>();
        byMention.getOrDefault(mention, Map.of()).forEach((key, what) -> {
            int blank = key.indexOf(' ');
            uses.add(new Use(blank < 0 ? key : key.substring(0, blank), what));
        });
        return uses;
    }
}
