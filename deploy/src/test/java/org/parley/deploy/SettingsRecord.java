package org.parley.deploy;

import java.util.List;
import java.util.Optional;

/**
 * A record of settings, as its source describes it.
 *
 * @param prefix the common part of its keys
 * @param meaning its doc comment
 * @param refreshed whether a refresh binds it again
 * @param settings its components, with those of nested records
 */
record SettingsRecord(String prefix, String meaning, boolean refreshed, List<Setting> settings) {

	/**
	 * One setting.
	 *
	 * @param key its whole key; {@code <name>} stands for any name
	 * @param type its type in Java
	 * @param value its default in the code, with an empty text for none
	 * @param required whether a value is necessary
	 * @param meaning its doc comment
	 */
	record Setting(String key, String type, Optional<String> value, boolean required, String meaning) {

		/** Puts the meaning of the record that contains it before its own. */
		Setting within(String whole) {
			return new Setting(this.key, this.type, this.value, this.required, whole + ": " + this.meaning);
		}

		/** Checks whether a key of a file is this setting, or a part of its value. */
		boolean accepts(String configured) {
			var pattern = this.key.replace(".", "\\.").replace("<name>", "[^.]+");
			return configured.matches(pattern + (this.type.startsWith("Map") ? "\\..+" : ""));
		}

	}

}
