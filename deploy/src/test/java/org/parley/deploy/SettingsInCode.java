package org.parley.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import org.parley.deploy.SettingsRecord.Setting;

import static javax.lang.model.element.Modifier.STATIC;

/**
 * The settings that the main code binds. It is parsed and not compiled, so no module must
 * be built before.
 */
final class SettingsInCode {

	private static final String BOUND = "ConfigurationProperties";

	private static final String DEFAULT = "DefaultValue";

	/** Bean Validation's annotations for values that must exist. */
	private static final List<String> REQUIRING = List.of("NotNull", "NotBlank", "NotEmpty");

	private final Map<String, Source> records = new HashMap<>();

	private final Map<String, List<Source>> bound = new HashMap<>();

	SettingsInCode(Path root, Collection<String> modules) {
		modules.forEach((module) -> read(root, module));
	}

	/** Returns the records of a module by their prefixes. */
	List<SettingsRecord> of(String module) {
		return this.bound.getOrDefault(module, List.of())
			.stream()
			.map(this::describe)
			.sorted((left, right) -> left.prefix().compareTo(right.prefix()))
			.toList();
	}

	private void read(Path root, String module) {
		var sources = RepositoryFiles.sourceFiles(root.resolve(module))
			.stream()
			.filter((file) -> hasSettings(root, file))
			.toList();
		if (!sources.isEmpty()) {
			parse(module, sources);
		}
	}

	private void parse(String module, List<Path> sources) {
		var compiler = ToolProvider.getSystemJavaCompiler();
		try (var files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
			var task = (JavacTask) compiler.getTask(null, files, null, null, null,
					files.getJavaFileObjectsFromPaths(sources));
			var scanner = new RecordScanner(DocTrees.instance(task));
			for (var unit : task.parse()) {
				scanner.scan(unit, module);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean hasSettings(Path root, Path file) {
		var text = RepositoryFiles.text(root, root.relativize(file).toString());
		return text.contains("@" + BOUND) || text.contains("@" + DEFAULT);
	}

	private SettingsRecord describe(Source source) {
		var prefix = values(source.annotation(BOUND).orElseThrow()).getFirst();
		return new SettingsRecord(prefix, source.meaning(), source.annotation("Scope").isPresent(),
				settings(source, prefix).toList());
	}

	private Stream<Setting> settings(Source source, String prefix) {
		return source.components().flatMap((component) -> {
			var key = prefix + "." + dashed(component.getName().toString());
			var type = component.getType().toString();
			var nested = this.records.get(type.replaceFirst("^Map<String, ?(\\w+)>$", "$1").replaceFirst("^.*\\.", ""));
			if (nested == null) {
				return Stream.of(setting(source, component, key, type));
			}
			return settings(nested, type.startsWith("Map<") ? key + ".<name>" : key)
				.map((setting) -> setting.within(source.meaningOf(component)));
		});
	}

	private static Setting setting(Source source, VariableTree component, String key, String type) {
		var value = annotation(component.getModifiers(), DEFAULT::equals)
			.map((annotation) -> String.join(", ", values(annotation)));
		var required = value.isEmpty() && annotation(component.getModifiers(), REQUIRING::contains).isPresent();
		return new Setting(key, type, value, required, source.meaningOf(component));
	}

	private static Optional<? extends AnnotationTree> annotation(ModifiersTree modifiers, Predicate<String> name) {
		return modifiers.getAnnotations()
			.stream()
			.filter((annotation) -> name.test(annotation.getAnnotationType().toString()))
			.findFirst();
	}

	private static List<String> values(AnnotationTree annotation) {
		return annotation.getArguments().stream().flatMap(SettingsInCode::texts).toList();
	}

	private static Stream<String> texts(ExpressionTree value) {
		return switch (value) {
			case NewArrayTree array -> array.getInitializers().stream().flatMap(SettingsInCode::texts);
			case com.sun.source.tree.LiteralTree literal -> Stream.of(String.valueOf(literal.getValue()));
			default -> throw new IllegalArgumentException("not a text: " + value);
		};
	}

	private static String dashed(String name) {
		return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
	}

	/** Collects the records of a module. */
	private final class RecordScanner extends TreePathScanner<Void, String> {

		private final DocTrees docs;

		RecordScanner(DocTrees docs) {
			this.docs = docs;
		}

		@Override
		public Void visitClass(ClassTree type, String module) {
			if (type.getKind() == Tree.Kind.RECORD) {
				var source = new Source(type, Optional.ofNullable(this.docs.getDocCommentTree(getCurrentPath())));
				SettingsInCode.this.records.put(type.getSimpleName().toString(), source);
				if (source.annotation(BOUND).isPresent()) {
					SettingsInCode.this.bound.merge(module, List.of(source),
							(left, right) -> Stream.concat(left.stream(), right.stream()).toList());
				}
			}
			return super.visitClass(type, module);
		}

	}

	/** A parsed record. */
	private record Source(ClassTree type, Optional<DocCommentTree> doc) {

		Optional<? extends AnnotationTree> annotation(String name) {
			return SettingsInCode.annotation(this.type.getModifiers(), name::equals);
		}

		Stream<VariableTree> components() {
			return this.type.getMembers()
				.stream()
				.filter(VariableTree.class::isInstance)
				.map(VariableTree.class::cast)
				.filter((field) -> !field.getModifiers().getFlags().contains(STATIC));
		}

		String meaning() {
			return this.doc.map((comment) -> text(comment.getFullBody())).orElse("");
		}

		String meaningOf(VariableTree component) {
			return this.doc.stream()
				.flatMap((comment) -> comment.getBlockTags().stream())
				.filter(ParamTree.class::isInstance)
				.map(ParamTree.class::cast)
				.filter((tag) -> tag.getName().getName().contentEquals(component.getName()))
				.map((tag) -> text(tag.getDescription()))
				.findFirst()
				.orElse("");
		}

		private static String text(List<? extends DocTree> parts) {
			return parts.stream()
				.map((part) -> (part instanceof LiteralTree literal) ? "`" + literal.getBody().getBody() + "`"
						: part.toString())
				.collect(Collectors.joining())
				.replaceAll("\\s+", " ")
				.strip();
		}

	}

}
