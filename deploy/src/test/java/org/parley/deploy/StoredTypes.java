package org.parley.deploy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The types that a module stores, read from its sources: which collections have a text
 * that a person may have written, in a field of their own or of a type in it.
 */
final class StoredTypes {

	/** What our fields with texts of people are called. */
	private static final Set<String> TEXTS = Set.of("text", "content", "html", "note", "title", "excerpt", "body",
			"bio", "description", "payload", "envelope");

	private static final Pattern COLLECTION = Pattern.compile(
			"@Document\\((?:\"(\\w+)\"|(\\w*)\\.?COLLECTION)\\)(?:[^;{\"]|\"[^\"]*\")*?\\b(?:record|class) (\\w+)");

	private static final Pattern CONSTANT = Pattern.compile("COLLECTION = \"(\\w+)\"");

	private static final Pattern TYPE_NAME = Pattern.compile("\\b(?:record|class) (\\w+)");

	private static final Pattern RECORD = Pattern.compile("\\brecord (\\w+)(?:<[^>]*>)?\\(");

	private static final Pattern CLASS = Pattern.compile("\\bclass (\\w+)[^;{]*\\{");

	private static final Pattern FIELD = Pattern
		.compile("\\n\\tprivate (?:final |volatile )?([\\w<>?,.@ ]+?) (\\w+)(?: =[^;]*)?;");

	private static final Pattern COMPONENT = Pattern
		.compile("(?:^|,)\\s*([^,<]*(?:<[^>]*(?:<[^>]*>)?[^>]*>)?)\\s+(\\w+)\\s*(?=,|$)");

	private static final Pattern ANNOTATION = Pattern.compile("@\\w+(?:\\.\\w+)*(?:\\([^()]*\\))?");

	private static final Pattern TYPE = Pattern.compile("\\b[A-Z]\\w+");

	/** The fields of each type, by name. */
	private final Map<String, List<StoredField>> types = new HashMap<>();

	/** The names of collections that are constants, by type. */
	private final Map<String, String> constants = new HashMap<>();

	/** The stored type of each collection. */
	private final Map<String, String> collections = new TreeMap<>();

	private StoredTypes() {
	}

	/** Reads the sources of a module. */
	static StoredTypes of(Path module) {
		return of(RepositoryFiles.sources(module).toList());
	}

	static StoredTypes of(List<String> sources) {
		var read = new StoredTypes();
		sources.forEach(read::readConstant);
		sources.forEach(read::read);
		return read;
	}

	private void readConstant(String source) {
		RepositoryFiles.find(CONSTANT, source)
			.findFirst()
			.ifPresent((constant) -> TYPE_NAME.matcher(source)
				.results()
				.findFirst()
				.ifPresent((type) -> this.constants.put(type.group(1), constant.group(1))));
	}

	private void read(String source) {
		RepositoryFiles.find(COLLECTION, source)
			.forEach((match) -> this.collections.put(collection(match), match.group(3)));
		RepositoryFiles.find(RECORD, source)
			.forEach((match) -> this.types.put(match.group(1), components(source, match)));
		RepositoryFiles.find(CLASS, source)
			.findFirst()
			.ifPresent((match) -> this.types.putIfAbsent(match.group(1),
					RepositoryFiles.find(FIELD, source).map(StoredTypes::field).toList()));
	}

	private String collection(MatchResult document) {
		if (document.group(1) != null) {
			return document.group(1);
		}
		var holder = document.group(2).isEmpty() ? document.group(3) : document.group(2);
		return Objects.requireNonNull(this.constants.get(holder), holder);
	}

	private static List<StoredField> components(String source, MatchResult record) {
		var depth = 1;
		var end = record.end();
		for (; depth > 0; end++) {
			depth += (source.charAt(end) == '(') ? 1 : (source.charAt(end) == ')') ? -1 : 0;
		}
		var components = source.substring(record.end(), end - 1);
		return RepositoryFiles.find(COMPONENT, ANNOTATION.matcher(components).replaceAll(""))
			.map(StoredTypes::field)
			.toList();
	}

	private static StoredField field(MatchResult match) {
		return new StoredField(match.group(1), match.group(2));
	}

	/** Returns the collections with texts, and the paths of the texts. */
	Map<String, Set<String>> texts() {
		var texts = new TreeMap<String, Set<String>>();
		this.collections.forEach((collection, type) -> {
			var paths = texts(type, "", new ArrayList<>()).collect(Collectors.toSet());
			if (!paths.isEmpty()) {
				texts.put(collection, paths);
			}
		});
		return texts;
	}

	private Stream<String> texts(String type, String path, List<String> within) {
		if (within.contains(type)) {
			return Stream.of();
		}
		var here = Stream.concat(within.stream(), Stream.of(type)).toList();
		return this.types.getOrDefault(type, List.of())
			.stream()
			.flatMap((field) -> field.isText() ? Stream.of(path + field.name())
					: RepositoryFiles.find(TYPE, field.type())
						.flatMap((inner) -> texts(inner.group(), path + field.name() + ".", here)));
	}

	/**
	 * A field.
	 *
	 * @param type its type in the source
	 * @param name its name
	 */
	private record StoredField(String type, String name) {

		boolean isText() {
			return TEXTS.contains(this.name) && this.type.contains("String");
		}

	}

}
