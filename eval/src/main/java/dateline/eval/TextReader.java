package dateline.eval;

import dateline.analysis.Lexicon;
import dateline.analysis.layout.LayoutFinder;
import dateline.analysis.mention.MentionFinder;
import dateline.analysis.mention.MentionFinder.Mentions;
import dateline.analysis.place.Gazetteer;
import dateline.analysis.place.Place;
import dateline.analysis.place.PlaceResolver;
import dateline.analysis.place.ResolvedPlace;
import dateline.analysis.text.EnglishLemmas;
import dateline.analysis.text.Reading;
import dateline.analysis.text.Segmented;
import dateline.analysis.text.Segmenter;
import dateline.analysis.text.Tree;
import dateline.pipeline.BundledLexicon;
import dateline.reader.Reader;
import dateline.report.Report;
import dateline.report.ReportId;
import dateline.report.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way from raw text to trees, mentions and places, as the product goes it. */
final class TextReader implements AutoCloseable {
    private final Lexicon lexicon = BundledLexicon.of("en");
    private final LayoutFinder layouts = new LayoutFinder(lexicon);
    private final Segmenter segmenter = new Segmenter(lexicon);
    private final MentionFinder mentions = new MentionFinder(lexicon);
    private final PlaceResolver places = new PlaceResolver(lexicon);
    private final EnglishLemmas lemmas = new EnglishLemmas(lexicon);
    private final Reader reader = Reader.open();

    /** One text as read so far. */
    record Read(Segmented segmented, List<Tree> trees, Mentions mentions) {}

    static Report report(String name, String text) {
        return new Report(
                new ReportId("0".repeat(64)),
                name,
                text,
                new Span(0, text.length()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    Read read(Report report) {
        return read(segmenter.segment(report, layouts.find(report)));
    }

    Read read(Segmented segmented) {
        Reading reading = reader.read(segmented);
        List<Tree> trees = new ArrayList<>();
        for (int i = 0; i < segmented.sentences().size(); i++) {
            trees.add(new Tree(
                    segmented.report(),
                    segmented.sentences().get(i),
                    reading.sentences().get(i),
                    lemmas));
        }
        return new Read(segmented, trees, mentions.find(segmented, trees));
    }

    List<ResolvedPlace> places(Read read) {
        return places.resolve(read.segmented(), read.trees(), read.mentions());
    }

    boolean isSite(String words) {
        return places.isSite(words);
    }

    boolean isAdjective(String words) {
        return Gazetteer.bundled().ofPeople(words).isPresent()
                && Gazetteer.bundled().named(words).stream().noneMatch(place -> place.kind() == Place.Kind.COUNTRY);
    }

    @Override
    public void close() {
        reader.close();
    }
}
