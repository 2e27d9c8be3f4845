package dateline.present.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.codec.TerminalStory;
import dateline.present.Golden;
import dateline.present.HostileStory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventsCsvTest {
    private final String csv = EventsCsv.render(TerminalStory.account());

    @Test
    void isSetInAcledsColumns() {
        Golden.same("csv/terminal-story.csv", csv);
    }

    @Test
    void everyRowHasThirtyOneCells() {
        for (String each : List.of(csv, EventsCsv.render(HostileStory.account()))) {
            assertThat(rows(each))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row).hasSize(31));
        }
        assertThat(rows(csv)).hasSize(11);
    }

    @Test
    void noCellCanBeAFormula() {
        for (List<String> row : rows(EventsCsv.render(HostileStory.account()))) {
            for (int i = 0; i < row.size(); i++) {
                boolean number = i == 22 || i == 23;
                assertThat(row.get(i)).doesNotMatch(number ? "(?s)[=+@].*" : "(?s)\\s*[=+@|-].*");
            }
        }
    }

    @Test
    void tellingsThatContradictEachOtherGiveNoNumberOfDead() {
        List<List<String>> rows = rows(csv);
        List<String> blast = rows.stream()
                .filter(row -> row.get(0).endsWith("-e4"))
                .findFirst()
                .orElseThrow();
        assertThat(blast.get(28)).isEmpty();
        assertThat(blast.get(27))
                .contains("killed: at least three dockers [3 or more] according to Sarnholm Port Company")
                .contains(
                        "Changed: How many people were killed? at least three (Sarnholm Port Company) / five (Sarnholm police) / nine (NWA)");
        assertThat(blast.subList(1, 4)).containsExactly("2031-03-04", "2031", "1");
        assertThat(blast.subList(15, 18)).containsExactly("233", "", "Estonia");
    }

    @Test
    void whatCannotBeKnownStaysEmpty() {
        List<String> accusation = rows(csv).stream()
                .filter(row -> row.get(0).endsWith("-e10"))
                .findFirst()
                .orElseThrow();
        assertThat(accusation.subList(1, 4)).containsExactly("", "", "");
        assertThat(accusation.subList(21, 25)).containsExactly("", "", "", "");
        List<String> stoppages = rows(csv).stream()
                .filter(row -> row.get(0).endsWith("-e2"))
                .findFirst()
                .orElseThrow();
        assertThat(stoppages.get(3)).as("a week and a day, loosely").isEqualTo("3");
    }

    /** RFC 4180, read back by hand. */
    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\r') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\r') {
                    rows.add(row);
                    row = new ArrayList<>();
                    i++;
                }
            } else {
                cell.append(c);
            }
        }
        return rows;
    }
}
