package org.parley.platform.web.rule;

import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * A request whose values have rules that a constraint does not express. They are checked
 * together with its constraints, so one answer names all fields that a person must
 * correct.
 */
@KeepsRules
public interface RuledRequest {

	/**
	 * The rules, each of which throws a {@code RefusalException} about a field.
	 */
	List<Runnable> rules();

	/** A rule about a value that the request may lack. */
	static <T> Runnable rule(@Nullable T value, Consumer<T> check) {
		return () -> {
			if (value != null) {
				check.accept(value);
			}
		};
	}

}
