package org.parley.platform.test.pattern;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.TypeAnnotation;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

/**
 * Finds the regular expressions in compiled classes: those of {@code @Pattern}, and
 * arguments of {@link Pattern} and {@link String}.
 */
final class PatternScan {

	private static final String PATTERN = "java/util/regex/Pattern";

	private static final String MATCHER = "java/util/regex/Matcher";

	private static final String CONSTRAINT = "Ljakarta/validation/constraints/Pattern;";

	private static final Set<String> OF_STRING = Set.of("matches", "replaceAll", "replaceFirst", "split",
			"splitWithDelimiters");

	private static final Set<String> ANCHORED = Set.of("matches", "lookingAt", "asMatchPredicate");

	private static final Set<String> SEARCHING = Set.of("find", "results", "replaceAll", "replaceFirst",
			"appendReplacement", "split", "splitWithDelimiters", "splitAsStream", "asPredicate");

	/** The compiled expressions by call. */
	private final Map<String, List<FoundPattern>> compiled = new LinkedHashMap<>();

	/** The call that initializes a static field, by field. */
	private final Map<String, String> fields = new HashMap<>();

	/** Whether an expression is searched, by call or field. */
	private final Map<String, Boolean> searched = new HashMap<>();

	private final List<FoundPattern> others = new ArrayList<>();

	private final List<String> unknown = new ArrayList<>();

	private PatternScan() {
	}

	static PatternScan of(JavaClasses classes) {
		var scan = new PatternScan();
		classes.stream().sorted((one, other) -> one.getName().compareTo(other.getName())).forEach(scan::add);
		return scan;
	}

	/** The expressions that can be tested. */
	Set<FoundPattern> found() {
		var found = new HashSet<>(this.others);
		this.compiled.forEach((call, patterns) -> patterns.forEach((pattern) -> found
			.add(new FoundPattern(pattern.regex(), pattern.flags(), isSearched(call), pattern.place()))));
		return found;
	}

	/** Calls whose expression is unknown before run time. */
	List<String> unknown() {
		return this.unknown;
	}

	/** An expression whose use is unknown is tested as a search. */
	private boolean isSearched(String call) {
		var uses = Stream.concat(Stream.of(call),
				this.fields.entrySet().stream().filter((field) -> field.getValue().equals(call)).map(Map.Entry::getKey))
			.filter(this.searched::containsKey)
			.map(this.searched::get)
			.toList();
		return uses.isEmpty() || uses.contains(true);
	}

	private void add(JavaClass type) {
		if (type.getSource().isEmpty()) {
			return;
		}
		try (var stream = type.getSource().get().getUri().toURL().openStream()) {
			add(ClassFile.of().parse(stream.readAllBytes()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void add(ClassModel type) {
		var name = type.thisClass().asInternalName().substring(type.thisClass().asInternalName().lastIndexOf('/') + 1);
		addAnnotations(name, type);
		type.fields().forEach((field) -> addAnnotations(name, field));
		type.findAttribute(Attributes.record())
			.ifPresent((components) -> components.components().forEach((component) -> addAnnotations(name, component)));
		type.methods().forEach((method) -> {
			addAnnotations(name, method);
			method.findAttribute(Attributes.runtimeVisibleParameterAnnotations())
				.ifPresent((all) -> all.parameterAnnotations()
					.forEach((some) -> some.forEach((annotation) -> add(name, annotation))));
			method.code()
				.ifPresent((code) -> OperandStack.follow(code, new ValueFollower(name + "." + method.methodName())));
		});
	}

	private void addAnnotations(String place, AttributedElement element) {
		element.findAttribute(Attributes.runtimeVisibleAnnotations())
			.ifPresent((all) -> all.annotations().forEach((annotation) -> add(place, annotation)));
		element.findAttribute(Attributes.runtimeVisibleTypeAnnotations())
			.ifPresent((all) -> all.annotations()
				.stream()
				.map(TypeAnnotation::annotation)
				.forEach((annotation) -> add(place, annotation)));
	}

	private void add(String place, Annotation annotation) {
		if (annotation.className().equalsString(CONSTRAINT)) {
			addConstraint(place, annotation);
		}
		else {
			annotation.elements().forEach((element) -> add(place, element.value()));
		}
	}

	private void add(String place, AnnotationValue stackValue) {
		switch (stackValue) {
			case AnnotationValue.OfAnnotation nested -> add(place, nested.annotation());
			case AnnotationValue.OfArray array -> array.values().forEach((one) -> add(place, one));
			default -> {
			}
		}
	}

	private void addConstraint(String place, Annotation constraint) {
		var regex = "";
		var flags = 0;
		for (AnnotationElement element : constraint.elements()) {
			switch (element.value()) {
				case AnnotationValue.OfString text when element.name().equalsString("regexp") ->
					regex = text.stringValue();
				case AnnotationValue.OfArray array when element.name().equalsString("flags") ->
					flags = array.values().stream().mapToInt(PatternScan::flag).reduce(0, (one, other) -> one | other);
				default -> {
				}
			}
		}
		this.others.add(new FoundPattern(regex, flags, false, "@Pattern of " + place));
	}

	/** The constraint's flags have the names of those of {@link Pattern}. */
	private static int flag(AnnotationValue stackValue) {
		try {
			return (stackValue instanceof AnnotationValue.OfEnum one)
					? Pattern.class.getField(one.constantName().stringValue()).getInt(null) : 0;
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Tracks the expressions of one method. */
	private final class ValueFollower implements OperandStack.Calls {

		private final String place;

		private ValueFollower(String place) {
			this.place = place;
		}

		@Override
		public StackValue read(String field, ClassDesc type, StackValue otherwise) {
			return type.descriptorString().equals("L" + PATTERN + ";") ? new StackValue.Regex(field, false) : otherwise;
		}

		@Override
		public void write(String field, StackValue stackValue) {
			if (stackValue instanceof StackValue.Regex(var call, var _)) {
				PatternScan.this.fields.put(field, call);
			}
		}

		@Override
		public StackValue call(String owner, String name, List<StackValue> arguments) {
			if (owner.equals("java/lang/String") && OF_STRING.contains(name)) {
				tryAll(arguments.get(1), 0, !ANCHORED.contains(name));
				return StackValue.Other.ONE;
			}
			return switch (owner) {
				case PATTERN -> ofPattern(name, arguments);
				case MATCHER -> ofMatcher(name, arguments);
				default -> {
					arguments.forEach(this::escape);
					yield StackValue.Other.ONE;
				}
			};
		}

		private StackValue ofPattern(String name, List<StackValue> arguments) {
			if (name.equals("compile")) {
				return compile(arguments);
			}
			if (name.equals("matches")) {
				tryAll(arguments.getFirst(), 0, false);
				return StackValue.Other.ONE;
			}
			if (name.equals("matcher") && arguments.getFirst() instanceof StackValue.Regex(var key, var _)) {
				return new StackValue.Regex(key, true);
			}
			note(name, arguments);
			return StackValue.Other.ONE;
		}

		private StackValue ofMatcher(String name, List<StackValue> arguments) {
			note(name, arguments);
			return name.equals("reset") || name.equals("region") ? arguments.getFirst() : StackValue.Other.ONE;
		}

		private void note(String name, List<StackValue> arguments) {
			if (arguments.getFirst() instanceof StackValue.Regex(var key, var _)
					&& (ANCHORED.contains(name) || SEARCHING.contains(name))) {
				PatternScan.this.searched.merge(key, SEARCHING.contains(name), Boolean::logicalOr);
			}
		}

		@Override
		public void escape(StackValue stackValue) {
			if (stackValue instanceof StackValue.Regex(var key, var _)) {
				PatternScan.this.searched.put(key, true);
			}
		}

		private StackValue compile(List<StackValue> arguments) {
			var key = this.place + "#" + PatternScan.this.compiled.size();
			var flags = (arguments.size() < 2) ? new StackValue.Int(0) : arguments.get(1);
			if (arguments.getFirst() instanceof StackValue.Text(var texts)
					&& flags instanceof StackValue.Int(var bits)) {
				PatternScan.this.compiled.put(key,
						texts.stream().map((text) -> new FoundPattern(text, bits, true, this.place)).toList());
			}
			else {
				PatternScan.this.unknown.add(this.place);
			}
			return new StackValue.Regex(key, false);
		}

		private void tryAll(StackValue regex, int flags, boolean searching) {
			if (regex instanceof StackValue.Text(var texts)) {
				texts.forEach(
						(text) -> PatternScan.this.others.add(new FoundPattern(text, flags, searching, this.place)));
			}
			else {
				PatternScan.this.unknown.add(this.place);
			}
		}

	}

}
