package org.parley.deploy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Documents name only what exists: files, headings, packages, types, endpoints, commands,
 * settings and environment variables, in plain sentences.
 */
class DocumentTests {

	private static final NamedThings KNOWN = new NamedThings();

	private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```.*?^ *```");

	private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");

	private static final Pattern LINK = Pattern.compile("]\\((?![a-z]+:|/)([^)#\\s]+)(?:#[^)]*)?\\)");

	private static final Pattern HEADING_LINK = Pattern.compile("]\\((?![a-z]+:|/)([^)#\\s]*)#([^)\\s]+)\\)");

	private static final Pattern FILE = Pattern.compile(
			"(?:[\\w.-]+/)*[\\w.-]+\\.(?:java|md|yml|yaml|json|html|css|js|mjs|ts|svelte|sh|properties|txt|xml|tpl|svg|png)");

	/** Two words or more; one word could be anything. */
	private static final Pattern TYPE = Pattern.compile("[A-Z][a-z][a-z0-9]*(?:[A-Z]+[a-z0-9]*)+");

	private static final Pattern ENDPOINT = Pattern.compile("(/api/v1/[^ ?,#]+).*");

	private static final Pattern OPERATION = Pattern
		.compile("((?:GET|POST|PUT|PATCH|DELETE)(?:·(?:GET|POST|PUT|PATCH|DELETE))*) (…?/(?:\\{[^}]*}|[^ ?,#{])*).*");

	private static final Pattern COMMAND = Pattern.compile("\\./parley ([a-z-]+).*");

	private static final Pattern SETTING = Pattern.compile("(parley\\.[a-z][\\w.-]*[\\w])(?:[=:].*)?");

	private static final Pattern VARIABLE = Pattern.compile("(PARLEY_[A-Z0-9_]*[A-Z0-9])(?:=.*)?");

	private static final Pattern PACKAGE = Pattern.compile("org\\.parley(?:\\.[a-z]\\w*)*");

	private static final Pattern STATUS = Pattern.compile("(?m)^\\*\\*Status:\\*\\* (?:accepted|superseded by )");

	private static final Pattern PLANS = Pattern
		.compile("(?im)^#+ .*\\b(?:what comes|not yet|planned|to ?do|future|roadmap)\\b.*$");

	private static final Pattern SIZE = Pattern
		.compile("(?i)\\b(?:maintain|some|about) (?:\\d[\\d,]*|[a-z]+ (?:hundred|thousand)) lines\\b");

	private static final Pattern TITLE = Pattern.compile("(?m)^#.*$");

	/** Sentences without a subject that acts, and figures of speech. */
	private static final Pattern RIDDLE = Pattern
		.compile("(?m)(?:^|[.!?] |[-*|] )(?:Who|Whoever|Whatever|Somebody|Nobody)\\b[^.?\\n]*(?:[.\\n]|$)"
				+ "|\\b(?:those among some|tells? no news|in the house|leaves? the house)\\b");

	/** What libraries have, and what walkthroughs make. */
	private static final Set<String> ELSEWHERE = Set.of("ApplicationEventPublisher", "InstantSource", "SecureRandom",
			"OutOfMemoryError", "DataSize", "NetworkPolicy", "IntersectionObserver", "HttpOnly",
			"BookshelfPersonalDataIT", "BookshelfNoteController", "BookshelfNotes", "BookshelfAccess",
			"docs/bookshelf.md", "docs/adr/NNNN-title.md", "events/user.renamed.json", "asyncapi.json", "secrets.env",
			"META-INF/sbom/application.cdx.json");

	/** What the gateway answers itself, and paths that a walkthrough makes. */
	private static final List<String> OUTSIDE_OF_SERVICES = List.of("/admin/gateway/settings", "/users/me/usage",
			"/admin/jobs", "/admin/dead-letters", "/admin/outboxes", "/bookshelf", "/bookshelf/notes/{id}",
			"/oauth2/register");

	private static final String API = "/api/v1";

	private static final Pattern OF_EACH_SERVICE = Pattern.compile("^((?:/api/v1)?/admin/)<service>");

	static Stream<String> documents() {
		return KNOWN.documents().stream();
	}

	@ParameterizedTest
	@MethodSource("documents")
	void documentNamesWhatExists(String document) {
		assertThat(missing(document, RepositoryFiles.text(document))).isEmpty();
	}

	/** Plans and sizes are out of date as soon as somebody works. */
	@ParameterizedTest
	@MethodSource("documents")
	void documentTellsThePresent(String document) {
		assertThat(plans(RepositoryFiles.text(document))).isEmpty();
	}

	@ParameterizedTest
	@MethodSource({ "documents", "decisions" })
	void documentHasPlainSentences(String document) {
		assertThat(riddles(RepositoryFiles.text(document))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			Whoever reads this does nothing.             | Whoever reads this does nothing.
			It is done. Nobody waits for it.             | . Nobody waits for it.
			- Who writes here has shown their address.   | - Who writes here has shown their address.
			Finds those among some people.               | those among some
			A switch keeps a category in the house.      | in the house
			With all thirteen no text leaves the house   | leaves the house
			""")
	void riddleIsFound(String text, String riddle) {
		assertThat(riddles(text)).containsExactly(riddle);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Nothing is lost. Nobodyish is a name.", "People who write here are members.",
			"## Who sees what", "Who is it? A member.", "See [the house](architecture.md#the-house).",
			"`Nobody` hears this type." })
	void plainSentenceIsNot(String text) {
		assertThat(riddles(text)).isEmpty();
	}

	/** All other reasons are paragraphs in docs/rationale. */
	@Test
	void decisionsAreFew() {
		assertThat(KNOWN.decisions()).hasSizeBetween(1, 80);
	}

	static Stream<String> decisions() {
		return KNOWN.decisions().stream();
	}

	@ParameterizedTest
	@MethodSource("decisions")
	void decisionHasStatusAndLiveLinks(String decision) {
		var text = RepositoryFiles.text(decision);
		assertThat(STATUS.matcher(text).find()).as("**Status:** accepted, or superseded by").isTrue();
		assertThat(deadLinks(decision, text)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			**Status:** accepted                                     | true
			**Status:** accepted; extends [62](0062-x.md)            | true
			**Status:** superseded by [254](0254-x.md)               | true
			**Status:** proposed                                     | false
			*Superseded by [ADR 254](0254-x.md).*                    | false
			The **Status:** accepted                                 | false
			""")
	void statusIsRecognized(String line, boolean expected) {
		assertThat(STATUS.matcher("# 1. Title\n\n" + line + "\n").find()).isEqualTo(expected);
	}

	@Test
	void decisionsClaimNoSizes() {
		assertThat(RepositoryFiles.find(SIZE, RepositoryFiles.text("docs/adr/0060-jobs.md"))).isEmpty();
	}

	/** The page of events says which aggregates register events; all others publish. */
	@Test
	void pageOfEventsListsAggregatesThatRegisterEvents() {
		var listed = RepositoryFiles
			.find(Pattern.compile("These aggregates register events[^:]*: ([^.]*)\\."),
					RepositoryFiles.text("docs/platform/events.md"))
			.flatMap((match) -> RepositoryFiles.find(CODE, match.group(1)))
			.map((match) -> match.group(1))
			.collect(Collectors.toSet());
		var registering = RepositoryFiles.deployedModules()
			.stream()
			.flatMap((module) -> RepositoryFiles.sources(RepositoryFiles.ROOT.resolve(module)))
			.flatMap((source) -> RepositoryFiles.find(Pattern.compile("extends AbstractAggregateRoot<(\\w+)>"), source))
			.map((match) -> match.group(1))
			.collect(Collectors.toSet());
		assertThat(listed).isEqualTo(registering).isNotEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			docs/x.md               | See [it](no-such-page.md).              | no-such-page.md
			docs/x.md               | Look into `docs/no-such.md`.            | docs/no-such.md
			docs/x.md               | The class `foo/NoSuch.java`.            | foo/NoSuch.java
			docs/x.md               | `NoSuchThingTests` proves it.           | NoSuchThingTests
			docs/x.md               | Ask `GET /api/v1/no-such/{id}?limit=1`. | GET /api/v1/no-such/{id}
			docs/x.md               | It is `/api/v1/no-such/{id}`.           | /api/v1/no-such/{id}
			docs/x.md               | Ask `GET /chat/no-such/{id}`.           | GET /chat/no-such/{id}
			docs/x.md               | Send `DELETE /threads`.                 | DELETE /threads
			docs/x.md               | `PUT·PATCH /api/v1/users/me`            | PUT /api/v1/users/me
			docs/x.md               | Then `POST …/{id}/no-such`.             | POST …/{id}/no-such
			docs/x.md               | It asks `GET /internal/no-such?after=`. | GET /internal/no-such
			docs/x.md               | See [it](chat.md#not-yet).              | chat.md#not-yet
			docs/x.md               | See [below](#no-such-heading).          | #no-such-heading
			docs/x.md               | `FailoverNoSuchClient` does it.         | FailoverNoSuchClient
			docs/x.md               | It is in `web/src/no-such.css`.         | web/src/no-such.css
			docs/x.md               | The file `no-such.json`.                | no-such.json
			docs/x.md               | Run `./parley no-such --port 1`.        | ./parley no-such
			docs/x.md               | Set `parley.no.such-key`.               | parley.no.such-key
			docs/x.md               | Set `PARLEY_NO_SUCH_NAME=1`.            | PARLEY_NO_SUCH_NAME
			docs/x.md               | The package `org.parley.nosuch`.        | org.parley.nosuch
			forum-service/README.md | ## Packages `vote` and `nosuch`         | nosuch
			""")
	void nameOfNothingIsFound(String document, String text, String missing) {
		assertThat(missing(document, text)).containsExactly(missing);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			docs/x.md               | See [it](architecture.md#the-house) and `docs/chat.md`.
			docs/x.md               | `DocumentTests`, `HouseRules.java`, `ForumThread`.
			docs/x.md               | `PUT·DELETE …/{id}/reaction`, `POST /threads/{id}/merge {into}`.
			docs/x.md               | `GET /internal/revocations?after=`, `GET /admin/<service>/outbox`.
			docs/x.md               | `./parley drill all`, `web/src/base.css`, `login.html`.
			docs/x.md               | `GET /api/v1/threads/{id}/posts?limit=1`, `/api/v1/threads/**`.
			docs/x.md               | `parley.public-url`, `parley.database`, `PARLEY_PUBLIC_URL`.
			docs/x.md               | `org.parley.forum.vote`.
			forum-service/README.md | ## Packages `vote`, `post.edit`
			""")
	void nameOfSomethingIsNot(String document, String text) {
		assertThat(missing(document, text)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			## What comes
			## Not yet
			### Planned for later
			We maintain some four hundred lines of it.
			""")
	void planIsFound(String text) {
		assertThat(plans(text)).hasSize(1);
	}

	private static List<String> plans(String text) {
		return Stream.of(PLANS, SIZE)
			.flatMap((pattern) -> RepositoryFiles.find(pattern, BLOCK.matcher(text).replaceAll("")))
			.map((match) -> match.group())
			.toList();
	}

	private static List<String> riddles(String text) {
		var prose = TITLE.matcher(BLOCK.matcher(text).replaceAll("")).replaceAll("");
		return RepositoryFiles.find(RIDDLE, prose).map((match) -> match.group().strip()).toList();
	}

	private static List<String> missing(String document, String text) {
		var prose = BLOCK.matcher(text).replaceAll("");
		var names = RepositoryFiles.find(CODE, prose)
			.map((match) -> match.group(1))
			.flatMap((name) -> missingName(document, name));
		var packages = RepositoryFiles.find(Pattern.compile("(?s)## Packages(.*?)(?=\\n## |$)"), prose)
			.flatMap((section) -> RepositoryFiles.find(Pattern.compile("`([a-z]+(?:\\.[a-z]+)*)`"), section.group(1)))
			.map((match) -> match.group(1))
			.filter((name) -> !hasPackage(document, name));
		return Stream.of(deadLinks(document, prose), names, packages).flatMap((found) -> found).toList();
	}

	private static Stream<String> deadLinks(String document, String prose) {
		var files = RepositoryFiles.find(LINK, prose)
			.map((match) -> match.group(1))
			.filter((target) -> !exists(document, target));
		var headings = RepositoryFiles.find(HEADING_LINK, prose)
			.filter((match) -> !hasHeading(document, match.group(1), match.group(2)))
			.map((match) -> match.group(1) + "#" + match.group(2));
		return Stream.concat(files, headings);
	}

	/** A file that does not exist is a dead link already. */
	private static boolean hasHeading(String document, String target, String heading) {
		if (target.isEmpty()) {
			return KNOWN.hasHeading(document, heading);
		}
		var file = resolved(document, target);
		return !file.endsWith(".md") || !KNOWN.hasPath(file) || KNOWN.hasHeading(file, heading);
	}

	private static Stream<String> missingName(String document, String name) {
		if (FILE.matcher(name).matches()) {
			return only(name, ELSEWHERE.contains(name) || name.contains("target/") || exists(document, name)
					|| exists("", name) || isNameOfFile(name) || KNOWN.hasPathEndingWith(name));
		}
		if (TYPE.matcher(name).matches()) {
			return only(name, ELSEWHERE.contains(name) || KNOWN.hasFile(name + ".java"));
		}
		if (PACKAGE.matcher(name).matches()) {
			return only(name, KNOWN.hasPackage(name));
		}
		var operation = OPERATION.matcher(name);
		if (operation.matches()) {
			return Stream.of(operation.group(1).split("·"))
				.filter((method) -> !isOperation(method, operation.group(2)))
				.map((method) -> method + " " + operation.group(2));
		}
		var command = COMMAND.matcher(name);
		if (command.matches()) {
			return only("./parley " + command.group(1), KNOWN.hasCommand(command.group(1)));
		}
		return Stream.of(ENDPOINT, SETTING, VARIABLE)
			.map((pattern) -> pattern.matcher(name))
			.filter((matcher) -> matcher.matches())
			.map((matcher) -> matcher.group(1))
			.filter((found) -> !isKnown(found));
	}

	private static Stream<String> only(String name, boolean exists) {
		return exists ? Stream.of() : Stream.of(name);
	}

	private static boolean isKnown(String name) {
		if (name.startsWith("parley.")) {
			return KNOWN.hasSetting(name);
		}
		if (name.startsWith("PARLEY_")) {
			return KNOWN.hasVariable(name);
		}
		var path = ofAService(name);
		return OUTSIDE_OF_SERVICES.contains(path.substring(API.length())) || KNOWN.hasEndpoint(path);
	}

	/** Paths below {@code /api/v1} are named without it, too. */
	private static boolean isOperation(String method, String name) {
		var path = ofAService(name);
		var within = path.startsWith(API + "/") ? path.substring(API.length()) : path;
		return path.startsWith("…") ? KNOWN.hasOperationEndingWith(method, path.substring(1))
				: OUTSIDE_OF_SERVICES.contains(within) || KNOWN.hasOperation(method, API + within)
						|| KNOWN.hasOperation(method, path)
						|| (!KNOWN.hasEndpoint(API + within) && KNOWN.isInCode(path));
	}

	private static String ofAService(String path) {
		return OF_EACH_SERVICE.matcher(path).replaceFirst("$1forum-service").replaceFirst("/?\\**$", "");
	}

	private static boolean exists(String document, String target) {
		return KNOWN.hasPath(resolved(document, target));
	}

	private static String resolved(String document, String target) {
		return Path.of(document).resolveSibling(target).normalize().toString().replaceFirst("/$", "");
	}

	private static boolean isNameOfFile(String name) {
		return !name.contains("/") && KNOWN.hasFile(name);
	}

	/** A README of a module names its packages without what they have in common. */
	private static boolean hasPackage(String document, String name) {
		var module = Path.of(document).getParent();
		var own = (module != null) ? module.toString() : "";
		var root = own.replace("-service", "");
		return KNOWN.hasPackage(own + "/src/main/java/org/parley/" + root, name);
	}

}
