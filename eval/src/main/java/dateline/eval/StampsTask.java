package dateline.eval;

import dateline.analysis.Analysis;
import dateline.analysis.layout.Layout;
import dateline.analysis.text.Reading;
import dateline.analysis.text.Segmented;
import dateline.analysis.timex.Timex;
import dateline.reconcile.Reconciled;
import dateline.reconcile.date.Stamps;
import dateline.reconcile.event.Days;
import dateline.reconcile.event.Event;
import dateline.reconcile.event.Happening;
import dateline.report.Report;
import dateline.report.ReportId;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Wrong stamps: in clusters with a {@code cluster.json}, the stamp of one report at a time, when its date is not inferred, is
 * moved by one to three days. Counted are the moves that something written contradicts: a post it shows is then younger than the
 * report, or a day it reckons from its stamp ("on Tuesday"), which under the right stamp is the day on which another report
 * or post dates the same event, is then another day. How many are found and set back to the very day; how many stamps are
 * doubted when all are right.
 */
public final class StampsTask implements Task {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int[] DAYS = {-3, -2, -1, 1, 2, 3};
    /** Moves tried for each report, chosen among the six by the hash of the report. */
    private static final int MOVES = 2;

    private final Supplier<Analyst> analysts;

    public StampsTask() {
        this(Analyst::open);
    }

    StampsTask(Supplier<Analyst> analysts) {
        this.analysts = analysts;
    }

    @Override
    public String name() {
        return "stamps";
    }

    @Override
    public Scores run(Path data, Optional<Path> predictions, PrintStream progress) throws IOException {
        Map<String, Tally> sets = new TreeMap<>();
        Tally all = new Tally();
        List<String> lines = new ArrayList<>();
        List<Path> clusters = DataFiles.below(data, name -> name.equals("cluster.json"));
        if (clusters.isEmpty()) {
            throw new IOException("stamps: no cluster.json below " + data);
        }
        try (Analyst analyst = analysts.get()) {
            for (Path cluster : clusters) {
                Path folder = cluster.toAbsolutePath().getParent();
                if (folder == null) {
                    continue;
                }
                String name = String.valueOf(folder.getFileName());
                progress.println("stamps: " + name);
                String part = TimexTask.heldApart(name) ? "held apart" : "tuned on";
                List<Tally> tallies = List.of(
                        all,
                        sets.computeIfAbsent(name, k -> new Tally()),
                        sets.computeIfAbsent(part, k -> new Tally()));
                cluster(analyst, folder, JSON.readTree(Files.readString(cluster)), tallies, lines);
            }
        }
        if (predictions.isPresent()) {
            Files.write(predictions.get(), lines, StandardCharsets.UTF_8);
        }
        Scores.Builder scores = Scores.of(name());
        all.figures().forEach(scores::figure);
        sets.forEach((set, tally) -> tally.figures().forEach((key, value) -> scores.figure(set, key, value)));
        return scores.remark(
                        "two moves for each report, by its hash; moves that nothing written contradicts do not count")
                .done();
    }

    private static void cluster(Analyst analyst, Path folder, JsonNode about, List<Tally> tallies, List<String> lines)
            throws IOException {
        Map<String, String> basis = new HashMap<>();
        List<Path> files = new ArrayList<>();
        for (JsonNode document : about.get("documents")) {
            String file = document.get("file").asString();
            basis.put(
                    file,
                    document.has("date_basis") ? document.get("date_basis").asString() : "metadata");
            files.add(folder.resolve(file));
        }
        List<Report> reports = Analyst.taken(files);
        Map<ReportId, Reading> readings = new HashMap<>();
        List<Analysis> right = new ArrayList<>();
        for (Report report : reports) {
            Segmented segmented = analyst.segment(report);
            Reading reading = analyst.read(segmented);
            readings.put(report.id(), reading);
            right.add(analyst.pipeline().analyse(segmented, reading));
        }
        Reconciled reconciled = analyst.pipeline().reconcile(right, List.of());
        for (Stamps.Stamp stamp : reconciled.stamps()) {
            if (isGiven(reconciled.story().report(stamp.report()), basis)) {
                tallies.forEach(tally -> tally.right(stamp.mended()));
            }
        }
        for (int i = 0; i < reports.size(); i++) {
            Report report = reports.get(i);
            Reading reading = readings.get(report.id());
            if (!isGiven(report, basis) || report.published().isEmpty() || reading == null) {
                continue;
            }
            LocalDate day = report.published().get();
            int hash = Integer.parseInt(report.id().sha256().substring(0, 6), 16);
            for (int move = 0; move < MOVES; move++) {
                int days = DAYS[(hash + move * 4) % DAYS.length];
                Analysis moved =
                        analyst.pipeline().analyse(analyst.segment(stamped(report, day.plusDays(days))), reading);
                if (!contradicts(reconciled, right.get(i), moved)) {
                    continue;
                }
                List<Analysis> wrong = new ArrayList<>(right);
                wrong.set(i, moved);
                List<Stamps.Stamp> judged = analyst.pipeline().stamps(wrong);
                Stamps.Stamp stamp = judged.stream()
                        .filter(each -> each.printed().equals(Optional.of(day.plusDays(days))))
                        .filter(Stamps.Stamp::mended)
                        .filter(each -> each.taken().equals(Optional.of(day)))
                        .findFirst()
                        .orElse(null);
                tallies.forEach(tally -> tally.moved(stamp != null));
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("file", String.valueOf(Path.of(report.file()).getFileName()));
                line.put("right", day.toString());
                line.put("stamp", day.plusDays(days).toString());
                line.put("repaired", stamp != null);
                lines.add(JSON.writeValueAsString(line));
            }
        }
    }

    private static boolean isGiven(Report report, Map<String, String> basis) {
        return !basis.getOrDefault(String.valueOf(Path.of(report.file()).getFileName()), "metadata")
                .startsWith("inferred");
    }

    private static Report stamped(Report was, LocalDate day) {
        return new Report(
                was.id(),
                was.file(),
                was.text(),
                was.body(),
                Optional.of(day),
                Optional.empty(),
                was.outlet(),
                was.title(),
                was.address(),
                was.notes());
    }

    /** Whether something written speaks against the moved stamp. */
    private static boolean contradicts(Reconciled right, Analysis was, Analysis moved) {
        LocalDate stamp = moved.segmented().report().published().orElseThrow();
        for (Layout.Post post : moved.segmented().layout().posts()) {
            if (post.date().isPresent() && post.date().get().isAfter(stamp)) {
                return true;
            }
        }
        for (Event event : right.events()) {
            for (Happening mine : event.tellings()) {
                if (!right.story()
                                .report(mine.report())
                                .id()
                                .equals(was.segmented().report().id())
                        || mine.origin().startsWith("post:")) {
                    continue;
                }
                Optional<Days> before = reckoned(was, mine);
                Optional<Days> after = reckoned(moved, mine);
                if (before.isEmpty() || after.isEmpty()) {
                    continue;
                }
                for (Happening other : event.tellings()) {
                    boolean apart =
                            other.report() != mine.report() || other.origin().startsWith("post:");
                    if (apart
                            && other.date().isPresent()
                            && other.date().get().overlaps(before.get())
                            && !other.date().get().overlaps(after.get())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The day that a telling reckons from the stamp, when it gives one. */
    private static Optional<Days> reckoned(Analysis analysis, Happening telling) {
        for (int timex : telling.claim().timexes()) {
            Timex time = analysis.timexes().get(timex);
            Optional<Days> days = Days.of(time.value());
            if (days.isPresent()) {
                return time.basis() == Timex.Basis.RECKONED && days.get().length() == 1 ? days : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static final class Tally {
        private int moved;
        private int repaired;
        private int right;
        private int doubted;

        void moved(boolean isRepaired) {
            moved++;
            repaired += isRepaired ? 1 : 0;
        }

        void right(boolean isDoubted) {
            right++;
            doubted += isDoubted ? 1 : 0;
        }

        Map<String, Double> figures() {
            Map<String, Double> figures = new LinkedHashMap<>();
            if (moved > 0) {
                figures.put("repaired", repaired / (double) moved);
            }
            if (right > 0) {
                figures.put("doubted", doubted / (double) right);
                figures.put("trusted", 1 - doubted / (double) right);
            }
            figures.put("moved", (double) moved);
            figures.put("right", (double) right);
            return figures;
        }
    }
}
