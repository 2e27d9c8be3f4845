package dateline.app;

import dateline.ingest.text.Moment;
import java.util.Optional;

/** Days and instants on the command line. */
final class Moments {
    private Moments() {}

    static Optional<Moment> of(Optional<String> words, String option) {
        Optional<Moment> moment = words.flatMap(Moment::parse);
        if (words.isPresent() && moment.isEmpty()) {
            throw new WrongUsage(option + ": '" + words.get()
                    + "' is no day of the calendar (2024-03-05) and no instant (2024-03-05T14:00:00Z)");
        }
        return moment;
    }
}
