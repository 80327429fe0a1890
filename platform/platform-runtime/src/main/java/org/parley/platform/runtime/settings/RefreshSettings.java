package org.parley.platform.runtime.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.validation.FieldError;

/**
 * Reads the sources of settings again and binds the refreshable ones. Invalid settings
 * are refused together with all others of their prefix, and the former ones stay. Spring
 * Cloud sets the levels of loggers.
 */
final class RefreshSettings {

	private static final Logger log = LoggerFactory.getLogger(RefreshSettings.class);

	private static final String LOG_LEVELS = "logging.level.";

	private static final String UNREADABLE = "The settings cannot be read; the log of the process says why.";

	private final SettingsRefresher sources;

	private final List<Refreshable<?>> refreshables;

	RefreshSettings(SettingsRefresher sources, List<Refreshable<?>> refreshables) {
		this.sources = sources;
		this.refreshables = refreshables;
	}

	synchronized Result refresh() {
		Set<String> changed;
		try {
			changed = this.sources.refreshEnvironment();
		}
		catch (RuntimeException ex) {
			log.atError().setCause(ex).log("The sources of settings cannot be read; the former settings stay");
			return new Result(List.of(), List.of(), List.of(new Refusal("", UNREADABLE)));
		}
		List<Refusal> refused = bind();
		var result = new Result(names(changed, (name) -> isApplied(name, refused)),
				names(changed, (name) -> !isRefreshable(name)), refused);
		log.atInfo()
			.addKeyValue("applied", result.applied())
			.addKeyValue("atNextStart", result.atNextStart())
			.log("Settings were refreshed");
		return result;
	}

	/** Also those without a change, because a refused value may be valid again. */
	private List<Refusal> bind() {
		var refused = new ArrayList<Refusal>();
		for (Refreshable<?> refreshable : this.refreshables) {
			try {
				refreshable.refresh();
			}
			catch (RuntimeException ex) {
				refused.add(refuse(refreshable.prefix(), ex));
			}
		}
		return refused;
	}

	private static Refusal refuse(String prefix, RuntimeException cause) {
		var reason = reason(NestedExceptionUtils.getMostSpecificCause(cause));
		log.atError()
			.addKeyValue("prefix", prefix)
			.addKeyValue("reason", reason)
			.log("Invalid settings are refused; the former ones stay");
		return new Refusal(prefix, reason);
	}

	private static String reason(Throwable cause) {
		if (cause instanceof BindValidationException invalid) {
			return invalid.getValidationErrors()
				.getAllErrors()
				.stream()
				.map((error) -> (error instanceof FieldError field) ? field.getField() + " " + field.getDefaultMessage()
						: String.valueOf(error.getDefaultMessage()))
				.sorted()
				.collect(Collectors.joining(", "));
		}
		return String.valueOf(cause.getMessage());
	}

	private boolean isApplied(String name, List<Refusal> refused) {
		return isRefreshable(name) && refused.stream().noneMatch((refusal) -> name.startsWith(refusal.prefix() + "."));
	}

	private boolean isRefreshable(String name) {
		return name.startsWith(LOG_LEVELS)
				|| this.refreshables.stream().anyMatch((refreshable) -> refreshable.has(name));
	}

	private static List<String> names(Set<String> changed, Predicate<String> condition) {
		return changed.stream().filter(condition).sorted().toList();
	}

	/**
	 * The outcome of a refresh.
	 *
	 * @param applied the changed settings that are used from now on
	 * @param atNextStart the changed settings that need a restart
	 * @param refused the invalid settings, whose former values stay
	 */
	record Result(List<String> applied, List<String> atNextStart, List<Refusal> refused) {
	}

	/**
	 * Invalid settings.
	 *
	 * @param prefix their common prefix, empty if the sources cannot be read
	 * @param reason the reason for operators
	 */
	record Refusal(String prefix, String reason) {
	}

}
