package dateline.present.csv;

import dateline.account.Account;
import java.util.Optional;

/**
 * ACLED's words for a kind of event. Given only where type and mode decide it: whether a protest was peaceful, or an
 * attack a battle, is a coder's judgement, so those stay open.
 */
record AcledKind(String disorder, String event, String subEvent) {
    static Optional<AcledKind> of(Account.Event event) {
        String mode = event.mode().orElse("");
        return switch (event.type()) {
            case "PROTEST" ->
                Optional.of(
                        switch (mode) {
                            case "riot", "vandalize" ->
                                new AcledKind("Political violence; Demonstrations", "Riots", "Violent demonstration");
                            default -> new AcledKind("Demonstrations", "Protests", "");
                        });
            case "ASSAULT" ->
                switch (mode) {
                    case "aerial" -> Optional.of(remote("Air/drone strike"));
                    case "heavy-weapons" -> Optional.of(remote("Shelling/artillery/missile attack"));
                    case "explosives", "bombing" -> Optional.of(remote(""));
                    case "suicide-attack" -> Optional.of(remote("Suicide bomb"));
                    case "abduct" ->
                        Optional.of(new AcledKind(
                                "Political violence", "Violence against civilians", "Abduction/forced disappearance"));
                    default -> Optional.empty();
                };
            case "COERCE" ->
                mode.equals("arrest")
                        ? Optional.of(new AcledKind("Strategic developments", "Strategic developments", "Arrests"))
                        : Optional.empty();
            case "AGREE" -> Optional.of(new AcledKind("Strategic developments", "Strategic developments", ""));
            default -> Optional.empty();
        };
    }

    private static AcledKind remote(String subEvent) {
        return new AcledKind("Political violence", "Explosions/Remote violence", subEvent);
    }
}
