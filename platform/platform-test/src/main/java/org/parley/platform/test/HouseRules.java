package org.parley.platform.test;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.parley.platform.test.pattern.LinearPatterns;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The architecture rules of all modules. Each rule has a counter-example in this module's
 * tests.
 */
public final class HouseRules {

	private static final String DOCUMENT = "org.springframework.data.mongodb.core.mapping.Document";

	private static final String EVENT = "org.parley.contracts.ParleyEvent";

	private static final String REFUSAL = "org.parley.platform.domain.RefusalException";

	private static final String PUBLISHES = "org.parley.contracts.Publishes";

	private static final String IDEMPOTENT = "org.parley.platform.web.idempotency.Idempotent";

	/** Nouns that end like a gerund. */
	private static final Set<String> NOUNS = Set.of("Ruling", "Wording", "String");

	/** First words that end like a gerund and describe the noun after them. */
	private static final Set<String> PARTICIPLES = Set.of("Balancing", "Caching", "Counting", "Expiring", "Incoming",
			"Linking", "Logging", "Nesting", "Nothing", "Operating", "Outgoing", "Pending", "Reading", "Recording",
			"Relying", "Revoking", "Signing", "Sliding", "Streaming", "Timing", "Typing", "Writing", "Everything");

	private static final String PLATFORM = "org.parley.platform";

	/**
	 * The modules of the platform, from the ground up; each uses only those before it.
	 */
	private static final List<String> MODULES = List.of("test", "domain", "runtime", "text", "mongo", "web", "security",
			"messaging", "privacy", "readmodels", "jobs", "ai");

	private HouseRules() {
	}

	/**
	 * Creates one test for each rule and for each regular expression of a package's main
	 * classes.
	 */
	public static Stream<DynamicTest> of(String root) {
		var classes = mainClasses(root);
		return Stream.concat(rules(root, classes), LinearPatterns.of(classes));
	}

	/** Creates the tests of the order of all modules that the class path has. */
	public static Stream<DynamicTest> ofModules() {
		var classes = mainClasses(PLATFORM);
		return Stream.of(modulesDoNotPointUpward(), packagesFormNoCycle(PLATFORM)).map((rule) -> test(rule, classes));
	}

	static Stream<DynamicTest> rules(String root) {
		return rules(root, mainClasses(root));
	}

	private static JavaClasses mainClasses(String root) {
		return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages(root);
	}

	private static Stream<DynamicTest> rules(String root, JavaClasses classes) {
		return all(root).map((rule) -> test(rule, classes));
	}

	private static DynamicTest test(ArchRule rule, JavaClasses classes) {
		return DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes));
	}

	static Stream<ArchRule> all(String root) {
		return Stream
			.of(packagesAreNullMarked(), typesHaveNoFillerNames(), typesAreNotGerunds(), exceptionsHaveTheSuffix(),
					fieldsAreNotInjected(), staticFieldsAreFinal(), timeIsInjected(), threadsDoNotSleep(),
					standardStreamsAreNotUsed(), controllersArePackagePrivate(), idempotentMethodsReturnResponses(),
					domainDoesNotDependOnWeb(), aggregatesDoNotDependOnQueries(), settingsAreRecords(),
					eventsDeclareTheirTypes(), modulesDoNotPointUpward(), SizeRules.packagesAreSmall(),
					SizeRules.constructorsAreShort(), packagesFormNoCycle(root), featuresFormNoCycle(root),
					servicesShareNoClasses(root))
			.map((rule) -> rule.allowEmptyShould(true));
	}

	static ArchRule packagesAreNullMarked() {
		return classes().that()
			.areTopLevelClasses()
			.should(new ArchCondition<JavaClass>("be in a @NullMarked package") {

				@Override
				public void check(JavaClass type, ConditionEvents events) {
					var marked = type.getPackage().isAnnotatedWith(NullMarked.class);
					events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not @NullMarked"));
				}

			});
	}

	static ArchRule typesHaveNoFillerNames() {
		return noClasses().should()
			.haveNameMatching(".*(Manager|Helper|Utils?|Impl|DTO|Dto|Mapper)")
			.as("no type is a manager, helper, util, impl, mapper or dto");
	}

	/** A use case is a verb and its object; a participle may describe a noun. */
	static ArchRule typesAreNotGerunds() {
		return noClasses().should(new ArchCondition<JavaClass>("be named by a bare gerund") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				var name = type.getSimpleName();
				var end = 1;
				while (end < name.length() && !Character.isUpperCase(name.charAt(end))) {
					end++;
				}
				var word = name.substring(0, Math.min(end, name.length()));
				var gerund = word.endsWith("ing") && !NOUNS.contains(name)
						&& (end >= name.length() || !PARTICIPLES.contains(word));
				events.add(new SimpleConditionEvent(type, gerund, type.getName() + " is named by a gerund"));
			}

		});
	}

	static ArchRule exceptionsHaveTheSuffix() {
		return classes().that().areAssignableTo(Exception.class).should().haveSimpleNameEndingWith("Exception");
	}

	static ArchRule fieldsAreNotInjected() {
		return noFields().should().beAnnotatedWith(Autowired.class);
	}

	static ArchRule staticFieldsAreFinal() {
		return fields().that()
			.areStatic()
			.and()
			.doNotHaveModifier(JavaModifier.SYNTHETIC)
			.should()
			.beFinal()
			.as("static fields are final");
	}

	static ArchRule timeIsInjected() {
		return noClasses().should()
			.callMethod(Instant.class, "now")
			.orShould()
			.callMethod(System.class, "currentTimeMillis")
			.orShould()
			.callMethod(Clock.class, "systemUTC")
			.orShould()
			.callMethod("java.time.LocalDateTime", "now")
			.orShould()
			.callMethod("java.time.LocalDate", "now")
			.as("time comes from an injected InstantSource");
	}

	static ArchRule threadsDoNotSleep() {
		return noClasses().should()
			.callMethod(Thread.class, "sleep", long.class)
			.orShould()
			.callMethod(Thread.class, "sleep", java.time.Duration.class)
			.as("threads do not sleep");
	}

	static ArchRule standardStreamsAreNotUsed() {
		return noClasses().should(ACCESS_STANDARD_STREAMS).as("standard streams are not used");
	}

	static ArchRule controllersArePackagePrivate() {
		return classes().that().areAnnotatedWith(RestController.class).should().bePackagePrivate();
	}

	/**
	 * The status and the headers of the first answer are stored for the repeated ones.
	 */
	static ArchRule idempotentMethodsReturnResponses() {
		return methods().that().areAnnotatedWith(IDEMPOTENT).should().haveRawReturnType(ResponseEntity.class);
	}

	/** Aggregates, events and refusals; the web layer answers each kind of refusal. */
	static ArchRule domainDoesNotDependOnWeb() {
		return noClasses().that()
			.areAnnotatedWith(DOCUMENT)
			.or()
			.areAssignableTo(EVENT)
			.or()
			.areAssignableTo(REFUSAL)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "jakarta.servlet..",
					PLATFORM + ".web..")
			.as("the domain does not depend on the web");
	}

	static ArchRule modulesDoNotPointUpward() {
		return noClasses().that()
			.resideInAPackage(PLATFORM + "..")
			.should(new ArchCondition<JavaClass>("use a module above their own") {

				@Override
				public void check(JavaClass type, ConditionEvents events) {
					type.getDirectDependenciesFromSelf()
						.forEach((use) -> events.add(new SimpleConditionEvent(type,
								floor(use.getTargetClass()) > floor(type), use.getDescription())));
				}

			})
			.as("modules of the platform do not point upward");
	}

	/** The position of a class's module; below all of them outside the platform. */
	private static int floor(JavaClass type) {
		var names = type.getPackageName().split("\\.", -1);
		return type.getPackageName().startsWith(PLATFORM + ".") ? MODULES.indexOf(names[3]) : -1;
	}

	/** Queries and updates are the repository's. */
	static ArchRule aggregatesDoNotDependOnQueries() {
		return noClasses().that()
			.areAnnotatedWith(DOCUMENT)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.data.mongodb.core", "org.springframework.data.mongodb.core.query",
					"com.mongodb..");
	}

	static ArchRule settingsAreRecords() {
		return classes().that()
			.areAnnotatedWith(ConfigurationProperties.class)
			.should()
			.beRecords()
			.andShould()
			.haveSimpleNameEndingWith("Settings");
	}

	/** Whether the catalogue has the type is checked when the service starts. */
	static ArchRule eventsDeclareTheirTypes() {
		return classes().that()
			.areAssignableTo(EVENT)
			.and()
			.areNotInterfaces()
			.should()
			.beAnnotatedWith(PUBLISHES)
			.as("events declare their types");
	}

	static ArchRule featuresFormNoCycle(String root) {
		return slices().matching(root + ".(*)..").should().beFreeOfCycles();
	}

	/** A package and its subpackages count as packages of their own. */
	static ArchRule packagesFormNoCycle(String root) {
		return slices().matching(root + ".(**)").should().beFreeOfCycles();
	}

	/** Shared classes are in the contracts and in the platform. */
	static ArchRule servicesShareNoClasses(String root) {
		var permitted = JavaClass.Predicates.resideInAnyPackage(root + "..", "org.parley.contracts..",
				"org.parley.platform..", "org.parley.localstack..");
		return noClasses().should()
			.dependOnClassesThat(
					JavaClass.Predicates.resideInAPackage("org.parley..").and(DescribedPredicate.not(permitted)))
			.as("services share no classes");
	}

}
