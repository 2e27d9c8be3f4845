package dateline.present.html;

import dateline.present.Harmless;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** The page around a body: head, styles, script, and a policy under which nothing else may run or be fetched. */
final class Frame {
    private Frame() {}

    static String page(String title, Html body, List<String> styles, String moreStyles, List<String> scripts) {
        StringBuilder style = new StringBuilder();
        styles.forEach(name -> style.append(resource(name)));
        style.append(moreStyles);
        StringBuilder script = new StringBuilder();
        scripts.forEach(name -> script.append(resource(name)));
        String policy = "default-src 'none'; style-src '" + hash(style.toString()) + "'; "
                + (script.isEmpty() ? "" : "script-src '" + hash(script.toString()) + "'; ")
                + "base-uri 'none'; form-action 'none'";
        Html head = new Html();
        head.open("head");
        head.empty("meta", "charset", "utf-8");
        head.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy);
        head.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        head.empty("meta", "name", "referrer", "content", "no-referrer");
        head.empty("meta", "name", "color-scheme", "content", "light dark");
        head.element("title", Harmless.line(title));
        head.ownCode("style", style.toString());
        head.close();
        Html page = new Html();
        page.open("html", "lang", "en").line();
        page.add(head).line();
        page.open("body").add(body);
        if (!script.isEmpty()) {
            page.ownCode("script", script.toString());
        }
        page.close().close().line();
        return "<!doctype html>\n" + page;
    }

    private static String resource(String name) {
        try (InputStream stream = Frame.class.getResourceAsStream("/dateline/present/html/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("html: the program was built without " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String hash(String code) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("html: this Java has no SHA-256", absent);
        }
    }
}
