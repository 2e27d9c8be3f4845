package dateline.present.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The pages in headless Chromium, by {@code src/test/browser/checks.mjs}: citations, keyboard, scripts off, print, axe-core, requests,
 * attacks, weight. Skipped, and said so, where node, npm, Chromium or the two npm packages are not to be had. {@code -Dbrowser.skip} skips it.
 */
class InBrowserTest {
    private static final Path CHECKS = Path.of("src/test/browser");
    private static final Path FOLDER = Path.of("target/browser");

    @Test
    void thePagesDoWhatTheyPromise() throws IOException, InterruptedException {
        assumeTrue(System.getProperty("browser.skip") == null, "browser checks skipped: -Dbrowser.skip is set");
        for (String tool : List.of("node", "npm", "chromium")) {
            assumeTrue(onPath(tool), "browser checks skipped: there is no " + tool + " on this machine");
        }
        Files.createDirectories(FOLDER);
        for (String file : List.of("package.json", "checks.mjs")) {
            Files.copy(CHECKS.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.isDirectory(FOLDER.resolve("node_modules/axe-core"))) {
            Outcome installed = run(
                    List.of("npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--prefer-offline"), 180);
            assumeTrue(
                    installed.code() == 0,
                    "browser checks skipped: npm could not bring playwright-core and axe-core: " + installed.said());
        }
        WritePages.into(FOLDER.resolve("pages"));
        Outcome checked = run(List.of("node", "checks.mjs", "pages"), 900);
        assertThat(checked.code()).as(checked.said()).isZero();
    }

    private static boolean onPath(String tool) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, tool))) {
                return true;
            }
        }
        return false;
    }

    private record Outcome(int code, String said) {}

    private static Outcome run(List<String> command, int seconds) throws IOException, InterruptedException {
        Path log = FOLDER.resolve(command.get(0) + ".log");
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        String said = Files.readString(log, StandardCharsets.UTF_8);
        return new Outcome(ended ? process.exitValue() : -1, ended ? said : said + "\nstopped after " + seconds + " s");
    }
}
