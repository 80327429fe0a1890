package org.parley.platform.runtime.settings;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The current value of settings that may change while the process runs, or of what is
 * computed from them. Values are immutable: read the value once per decision.
 * <p>
 * The settings are a record with {@code @Scope("prototype")}, so that Spring Boot binds
 * and validates them anew at each refresh.
 *
 * @param <T> the type of the value
 */
public final class Refreshable<T> implements Supplier<T> {

	private final String prefix;

	private final Supplier<T> computation;

	private volatile T current;

	/**
	 * Binds the first settings as the value.
	 * @param prefix the common prefix of the settings' names
	 * @param settings binds the present settings; fails if they are invalid
	 */
	public Refreshable(String prefix, Supplier<T> settings) {
		this(prefix, settings, Function.identity());
	}

	/**
	 * Computes the first value.
	 * @param prefix the common prefix of the settings' names
	 * @param settings binds the present settings; fails if they are invalid
	 * @param value computes a value, only from settings that have changed
	 * @param <S> the type of the settings
	 */
	public <S> Refreshable(String prefix, Supplier<S> settings, Function<S, T> value) {
		this.prefix = prefix;
		var first = settings.get();
		this.current = value.apply(first);
		this.computation = new Computation<>(settings, value, first, this.current);
	}

	@Override
	public T get() {
		return this.current;
	}

	/** Whether a setting belongs to this value. */
	boolean has(String name) {
		return name.startsWith(this.prefix + ".");
	}

	String prefix() {
		return this.prefix;
	}

	/** Computes the value anew; keeps the present one if this fails. */
	void refresh() {
		this.current = this.computation.get();
	}

	private static final class Computation<S, T> implements Supplier<T> {

		private final Supplier<S> settings;

		private final Function<S, T> value;

		private S bound;

		private T computed;

		private Computation(Supplier<S> settings, Function<S, T> value, S bound, T computed) {
			this.settings = settings;
			this.value = value;
			this.bound = bound;
			this.computed = computed;
		}

		@Override
		public T get() {
			var present = this.settings.get();
			if (!present.equals(this.bound)) {
				this.computed = this.value.apply(present);
				this.bound = present;
			}
			return this.computed;
		}

	}

}
