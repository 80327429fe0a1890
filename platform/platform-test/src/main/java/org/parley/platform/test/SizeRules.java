package org.parley.platform.test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import org.springframework.stereotype.Component;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

/** How large a package and a constructor may be. */
final class SizeRules {

	private static final int TYPES = 14;

	private static final int PARAMETERS = 6;

	private SizeRules() {
	}

	static ArchRule packagesAreSmall() {
		return classes().that()
			.areTopLevelClasses()
			.should(new ArchCondition<JavaClass>("be in a package of at most %d types".formatted(TYPES)) {

				@Override
				public void check(JavaClass type, ConditionEvents events) {
					var types = type.getPackage()
						.getClasses()
						.stream()
						.filter((other) -> other.isTopLevelClass() && !other.isArray())
						.filter((other) -> !other.getSimpleName().equals("package-info"))
						.count();
					events.add(new SimpleConditionEvent(type, types <= TYPES,
							"%s has %d types".formatted(type.getPackageName(), types)));
				}

			});
	}

	/** A component that needs more has two concerns. */
	static ArchRule constructorsAreShort() {
		return classes().that()
			.areMetaAnnotatedWith(Component.class)
			.should(new ArchCondition<JavaClass>("have constructors of at most %d parameters".formatted(PARAMETERS)) {

				@Override
				public void check(JavaClass type, ConditionEvents events) {
					for (JavaConstructor constructor : type.getConstructors()) {
						var parameters = constructor.getRawParameterTypes().size();
						events.add(new SimpleConditionEvent(type, parameters <= PARAMETERS,
								"%s takes %d parameters".formatted(constructor.getFullName(), parameters)));
					}
				}

			});
	}

}
