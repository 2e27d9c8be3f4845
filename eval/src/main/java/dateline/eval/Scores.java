package dateline.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a task found: figures over everything, figures per set, and what others have reached.
 *
 * @param task the task's name
 * @param figures key to number, in the order they are to be read
 * @param sets per data set its own figures, e.g. {@code ww_dev} to {@code f1}
 * @param peers published or measured figures of other systems
 * @param remarks what one must know to read the numbers right
 */
public record Scores(
        String task,
        Map<String, Double> figures,
        Map<String, Map<String, Double>> sets,
        List<Peer> peers,
        List<String> remarks) {
    public Scores {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        Map<String, Map<String, Double>> copies = new LinkedHashMap<>();
        sets.forEach((set, of) -> copies.put(set, Collections.unmodifiableMap(new LinkedHashMap<>(of))));
        sets = Collections.unmodifiableMap(copies);
        peers = List.copyOf(peers);
        remarks = List.copyOf(remarks);
    }

    /**
     * What somebody else reached.
     *
     * @param system e.g. {@code CoreNLP 4.5.10}
     * @param figure what was measured, on what, e.g. {@code f1, ww_dev}
     * @param source where the number is known from
     */
    public record Peer(String system, String figure, double value, String source) {}

    public static Builder of(String task) {
        return new Builder(task);
    }

    /** Lines for a person: figures first, then sets, then peers. */
    public String text() {
        StringBuilder text = new StringBuilder(task).append('\n');
        figures.forEach((key, value) ->
                text.append("  ").append(pad(key, 30)).append(shown(value)).append('\n'));
        sets.forEach((set, of) -> {
            text.append("  ").append(set).append('\n');
            of.forEach((key, value) -> text.append("    ")
                    .append(pad(key, 28))
                    .append(shown(value))
                    .append('\n'));
        });
        if (!peers.isEmpty()) {
            text.append("  others\n");
            for (Peer peer : peers) {
                text.append("    ")
                        .append(pad(peer.system() + ": " + peer.figure(), 56))
                        .append(shown(peer.value()))
                        .append("  (")
                        .append(peer.source())
                        .append(")\n");
            }
        }
        for (String remark : remarks) {
            text.append("  ").append(remark).append('\n');
        }
        return text.toString();
    }

    /** One JSON object: {@code task}, the figures under their keys, {@code sets}, {@code peers}, {@code remarks}. */
    public String json() {
        List<String> members = new ArrayList<>();
        members.add("\"task\": " + quoted(task));
        figures.forEach((key, value) -> members.add(quoted(key) + ": " + number(value)));
        if (!sets.isEmpty()) {
            List<String> each = new ArrayList<>();
            sets.forEach((set, of) -> {
                List<String> inner = new ArrayList<>();
                of.forEach((key, value) -> inner.add(quoted(key) + ": " + number(value)));
                each.add(quoted(set) + ": {" + String.join(", ", inner) + "}");
            });
            members.add("\"sets\": {" + String.join(", ", each) + "}");
        }
        if (!peers.isEmpty()) {
            List<String> each = new ArrayList<>();
            for (Peer peer : peers) {
                each.add("{\"system\": " + quoted(peer.system()) + ", \"figure\": " + quoted(peer.figure())
                        + ", \"value\": " + number(peer.value()) + ", \"source\": " + quoted(peer.source()) + "}");
            }
            members.add("\"peers\": [" + String.join(", ", each) + "]");
        }
        if (!remarks.isEmpty()) {
            members.add("\"remarks\": ["
                    + String.join(", ", remarks.stream().map(Scores::quoted).toList()) + "]");
        }
        return "{" + String.join(", ", members) + "}";
    }

    private static String pad(String key, int width) {
        return key.length() >= width ? key + " " : key + " ".repeat(width - key.length());
    }

    private static String shown(double value) {
        return Math.abs(value) >= 100 || value == Math.rint(value) && Math.abs(value) > 1
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.4f", value);
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "null";
        }
        double rounded = StrictMath.rint(value * 1e6) / 1e6;
        return rounded == StrictMath.rint(rounded) && StrictMath.abs(rounded) < 1e15
                ? String.valueOf((long) rounded)
                : String.valueOf(rounded);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < 0x20 || Character.isSurrogate(c)) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** Collects figures while a task runs. */
    public static final class Builder {
        private final String task;
        private final Map<String, Double> figures = new LinkedHashMap<>();
        private final Map<String, Map<String, Double>> sets = new LinkedHashMap<>();
        private final List<Peer> peers = new ArrayList<>();
        private final List<String> remarks = new ArrayList<>();

        private Builder(String task) {
            this.task = task;
        }

        public Builder figure(String key, double value) {
            figures.put(key, value);
            return this;
        }

        public Builder figure(String set, String key, double value) {
            sets.computeIfAbsent(set, name -> new LinkedHashMap<>()).put(key, value);
            return this;
        }

        public Builder peer(String system, String figure, double value, String source) {
            peers.add(new Peer(system, figure, value, source));
            return this;
        }

        public Builder remark(String remark) {
            remarks.add(remark);
            return this;
        }

        public Scores done() {
            return new Scores(task, figures, sets, peers, remarks);
        }
    }
}
