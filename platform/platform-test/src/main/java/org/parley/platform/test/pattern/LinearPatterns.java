package org.parley.platform.test.pattern;

import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DynamicTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests the regular expressions of classes with expensive texts: the number of accesses
 * per character and the stack depth must be bounded. It counts steps instead of measuring
 * time.
 */
public final class LinearPatterns {

	private static final int LENGTH = 50_000;

	private static final long STEPS_PER_CHARACTER = 400;

	/** A recursion per character overflows it many times over. */
	private static final long STACK = 256 * 1024;

	private LinearPatterns() {
	}

	/**
	 * Creates one test for each expression of a package's main classes, and one for
	 * expressions that cannot be tested.
	 */
	public static Stream<DynamicTest> of(String root) {
		return of(new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages(root));
	}

	/** Creates one test for each expression of the classes, like {@link #of(String)}. */
	public static Stream<DynamicTest> of(JavaClasses classes) {
		var scan = PatternScan.of(classes);
		var unknown = DynamicTest.dynamicTest("regular expressions are constants",
				() -> assertThat(scan.unknown()).as("calls whose expression cannot be tested").isEmpty());
		return Stream.concat(Stream.of(unknown),
				scan.found()
					.stream()
					.map((found) -> DynamicTest.dynamicTest("linear " + found,
							() -> assertThat(weakness(found)).as(found.toString()).isEmpty())));
	}

	/** The violation of the expression; empty when there is none. */
	static String weakness(FoundPattern found) {
		var attacks = AttackStrings.on(found, LENGTH);
		var weakness = new AtomicReference<>("could not be tested to its end");
		var thread = new Thread(null, () -> weakness.set(tried(found, attacks)), "pattern", STACK);
		thread.start();
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		return weakness.get();
	}

	private static String tried(FoundPattern found, Stream<String> attacks) {
		var pattern = Pattern.compile(found.regex(), found.flags());
		return attacks.map((text) -> tried(pattern, found.searching(), text))
			.filter((weakness) -> !weakness.isEmpty())
			.findFirst()
			.orElse("");
	}

	private static String tried(Pattern pattern, boolean searching, String text) {
		var matcher = pattern.matcher(new CountedText(text, STEPS_PER_CHARACTER * text.length()));
		try {
			if (searching) {
				matcher.results().forEach((_) -> {
				});
			}
			else {
				matcher.matches();
			}
			return "";
		}
		catch (StackOverflowError _) {
			return "is too deep for " + abbreviated(text);
		}
		catch (CountedText.TooManyStepsException _) {
			return "takes too many steps for " + abbreviated(text);
		}
	}

	private static String abbreviated(String text) {
		return (text.length() > 60) ? text.substring(0, 30) + "…" + text.substring(text.length() - 20) : text;
	}

}
