package dateline.eval;

import java.util.List;
import java.util.Optional;

/** Every measure there is, in the order they are listed to a person who asks. */
public final class Tasks {
    private Tasks() {}

    public static List<Task> all() {
        return List.of(
                new AccountsTask(new ClusterAccounts()),
                new AttributionTask(),
                new ExtractionTask(),
                new NamesTask(),
                new ParsingTask(),
                new AttributionHeadTask(),
                new FeedsTask(),
                new VectorTask(),
                new ReadingTask(),
                new PairsTask(),
                new PlacesTask(),
                new ReferenceTask(),
                new PlacementTask(),
                new TimexTask(),
                new QuantitiesTask(),
                new OriginsTask(),
                new CoreferenceTask(),
                new StampsTask(),
                new SummariesTask());
    }

    public static Optional<Task> named(String name) {
        return all().stream().filter(task -> task.name().equals(name)).findFirst();
    }
}
