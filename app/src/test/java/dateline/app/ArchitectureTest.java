package dateline.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order of the rooms, as design and style have it. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dateline");

    /** The rooms of core; each may use those before it. */
    private static final List<String> CORE = List.of("report", "analysis", "story", "reconcile", "account", "pipeline");

    @Test
    void insideCoreARoomUsesOnlyRoomsBeforeIt() {
        for (int i = 0; i < CORE.size(); i++) {
            List<String> later = CORE.subList(i + 1, CORE.size()).stream()
                    .map(room -> "dateline." + room + "..")
                    .toList();
            if (!later.isEmpty()) {
                noClasses()
                        .that()
                        .resideInAPackage("dateline." + CORE.get(i) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(later.toArray(String[]::new))
                        .check(CLASSES);
            }
        }
    }

    @Test
    void coreUsesTheJdkAndNothingElse() {
        List<String> allowed = new ArrayList<>(List.of(
                "java.lang..",
                "java.util..",
                "java.time..",
                "java.io..",
                "java.nio.charset..",
                "java.nio",
                "java.math..",
                "java.text..",
                "java.security.."));
        CORE.forEach(room -> allowed.add("dateline." + room + ".."));
        noClasses()
                .that()
                .resideInAnyPackage(
                        CORE.stream().map(room -> "dateline." + room + "..").toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(allowed.toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void coreHasNoClockRandomnessThreadsOrFiles() {
        String[] core = CORE.stream().map(room -> "dateline." + room + "..").toArray(String[]::new);
        for (Class<?> out : List.of(
                java.util.Random.class,
                java.time.Clock.class,
                Thread.class,
                java.io.File.class,
                java.io.FileInputStream.class,
                java.util.UUID.class)) {
            noClasses()
                    .that()
                    .resideInAnyPackage(core)
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(out)
                    .check(CLASSES);
        }
        noClasses()
                .that()
                .resideInAnyPackage(core)
                .should()
                .callMethod(java.time.Instant.class, "now")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage(core)
                .should()
                .callMethod(java.time.LocalDate.class, "now")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage(core)
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage(core)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "java.util.concurrent..", "java.net..")
                .check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({
        "reader, codec ingest archive present eval app",
        "codec, reader ingest archive present eval app",
        "ingest, reader codec archive present eval app",
        "archive, reader ingest present eval app",
        "present, reader codec ingest archive eval app",
        "eval, app"
    })
    void modulesDoNotUseEachOtherButAsDesigned(String room, String others) {
        noClasses()
                .that()
                .resideInAPackage("dateline." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(java.util.Arrays.stream(others.split(" "))
                        .map(other -> "dateline." + other + "..")
                        .toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void noForeignTypeLeavesItsFolder() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dateline.ingest.warc..", "dateline.archive..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.netpreserve..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages("dateline.ingest.page..", "dateline.ingest.feed..")
                // The measure's peer and its expected pages are read apart from our extractor, so that its faults show.
                .and()
                .doNotHaveFullyQualifiedName("dateline.eval.PagePeer")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jsoup..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("dateline.reader..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.onnxruntime..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("dateline.archive..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jdbi..", "org.flywaydb..", "org.sqlite..", "org.postgresql..", "java.sql..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("dateline.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(CLASSES);
    }
}
