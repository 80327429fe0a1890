package org.parley.launcher;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

class PackageOrderTests {

	@Test
	void packagesFormNoCycle() {
		var classes = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages("org.parley.launcher");
		slices().matching("org.parley.launcher.(**)").should().beFreeOfCycles().check(classes);
	}

}
