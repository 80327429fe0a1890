package org.parley.platform.test.pattern;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DynamicTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests the regular expressions of classes. A group repeats a limited number of times or
 * possessively, because other repetitions take stack; and texts of one or two repeated
 * characters take a limited number of accesses per character. Every constant of a class
 * that uses expressions is tested as one; classes that use RE2/J are not tested.
 */
public final class LinearPatterns {

	private static final int LENGTH = 2_000;

	private static final long STEPS_PER_CHARACTER = 400;

	private static final Pattern REPEATED_GROUP = Pattern.compile("(?<!\\\\)\\)(?:[*+]|\\{\\d+,})(?!\\+)");

	private static final Pattern REPETITION = Pattern.compile("[*+}]");

	private static final String CONSTRAINT = "Ljakarta/validation/constraints/Pattern;";

	private static final Set<String> EXPRESSIONS = Set.of("Pattern.compile", "Pattern.matches", "String.matches",
			"String.replaceAll", "String.replaceFirst", "String.split");

	private static final Set<String> MATCHES = Set.of("Matcher.matches", "Matcher.lookingAt",
			"Pattern.asMatchPredicate", "Pattern.matches", "String.matches");

	private static final Set<String> SEARCHES = Set.of("Matcher.find", "Matcher.results", "Matcher.replaceAll",
			"Matcher.replaceFirst", "Pattern.split", "Pattern.splitAsStream", "Pattern.asPredicate",
			"String.replaceAll", "String.replaceFirst", "String.split");

	private LinearPatterns() {
	}

	/** Creates one test for each expression of a package's main classes. */
	public static Stream<DynamicTest> of(String root) {
		return of(new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages(root));
	}

	/** Creates one test for each expression of the classes. */
	public static Stream<DynamicTest> of(JavaClasses classes) {
		return classes.stream()
			.sorted((one, other) -> one.getName().compareTo(other.getName()))
			.flatMap((type) -> expressions(type).entrySet()
				.stream()
				.map((found) -> DynamicTest.dynamicTest("linear %s: %s".formatted(type.getName(), found.getKey()),
						() -> assertThat(weakness(found.getKey(), found.getValue())).isEmpty())));
	}

	/** The expressions of a class, and whether they are searched within a text. */
	static Map<String, Boolean> expressions(JavaClass type) {
		var calls = new HashSet<String>();
		var constants = new HashSet<String>();
		var texts = new HashSet<String>();
		for (var entry : constantPool(type)) {
			switch (entry) {
				case MemberRefEntry member ->
					calls.add(member.owner().asInternalName().replaceFirst("^java/(?:lang|util/regex)/", "") + "."
							+ member.name().stringValue());
				case StringEntry constant -> constants.add(constant.stringValue());
				case Utf8Entry text -> texts.add(text.stringValue());
				default -> {
				}
			}
		}
		var expressions = new TreeMap<String, Boolean>();
		if (texts.contains(CONSTRAINT)) {
			texts.forEach((text) -> expressions.put(text, false));
		}
		if (!Collections.disjoint(calls, EXPRESSIONS) && !calls.contains("com/google/re2j/Pattern.compile")) {
			var searched = !Collections.disjoint(calls, SEARCHES) || Collections.disjoint(calls, MATCHES);
			constants.forEach((constant) -> expressions.put(constant, searched));
		}
		expressions.keySet().removeIf((text) -> !REPETITION.matcher(text).find());
		return expressions;
	}

	/** The violation of an expression; empty when there is none. */
	static String weakness(String regex, boolean searched) {
		try {
			var pattern = Pattern.compile(regex, Pattern.DOTALL);
			if (REPEATED_GROUP.matcher(regex).find()) {
				return "repeats a group that is neither limited nor possessive: " + regex;
			}
			return attacks(regex).filter((attack) -> isSlow(pattern, searched, attack))
				.findFirst()
				.map((slow) -> "is slow for %s: %s".formatted(slow.substring(0, 30), regex))
				.orElse("");
		}
		catch (PatternSyntaxException ex) {
			return "";
		}
	}

	/**
	 * The repeated characters may begin after the literal beginning of the expression.
	 */
	private static Stream<String> attacks(String regex) {
		var characters = (regex + "aA0 .!\n\u00e9").codePoints().distinct().mapToObj(Character::toString).toList();
		var pairs = characters.stream().flatMap((one) -> characters.stream().map(one::concat));
		var beginnings = new TreeSet<>(List.of("", regex.replaceFirst("(?s)[^\\w:/@<\" -].*", "")));
		return Stream.of(characters.stream(), pairs, beginnings.stream().filter(Predicate.not(String::isEmpty)))
			.flatMap(Function.identity())
			.map((unit) -> unit.repeat(LENGTH / unit.length()) + "\u0001")
			.flatMap((attack) -> beginnings.stream().map((beginning) -> beginning + attack));
	}

	private static boolean isSlow(Pattern pattern, boolean searched, String text) {
		var matcher = pattern.matcher(new CountedText(text, STEPS_PER_CHARACTER * text.length()));
		try {
			if (searched) {
				matcher.results().forEach((_) -> {
				});
			}
			else {
				matcher.matches();
			}
			return false;
		}
		catch (CountedText.TooManyStepsException | StackOverflowError _) {
			return true;
		}
	}

	private static Iterable<?> constantPool(JavaClass type) {
		if (type.getSource().isEmpty()) {
			return List.of();
		}
		try (var stream = type.getSource().get().getUri().toURL().openStream()) {
			return ClassFile.of().parse(stream.readAllBytes()).constantPool();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
