package dateline.ingest.page;

/** What became of the bytes of a page: an article, or one reason why there is none. */
public sealed interface PageReading permits Page, PageRefused {}
