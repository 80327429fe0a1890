package org.parley.gateway.backend;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Sha256;

/**
 * The instances of a service, called in turn. Unavailable and stopping ones are skipped.
 */
final class Instances {

	/** How long a stopping instance is skipped. */
	static final Duration PAUSE = Duration.ofSeconds(2);

	private final List<WatchedInstance> instances;

	private final List<String> tags;

	private final InstantSource clock;

	private final AtomicInteger turn = new AtomicInteger();

	private final AtomicLongArray avoidedUntil;

	Instances(List<WatchedInstance> instances, InstantSource clock) {
		this.instances = List.copyOf(instances);
		this.tags = InstanceTags.of(instances.stream().map(WatchedInstance::address).toList());
		this.clock = clock;
		this.avoidedUntil = new AtomicLongArray(instances.size());
	}

	int count() {
		return this.instances.size();
	}

	boolean areUnavailable() {
		for (var instance : this.instances) {
			if (!instance.isUnavailable()) {
				return false;
			}
		}
		return true;
	}

	/** The next instance to call, or any when all are to be skipped. */
	WatchedInstance next() {
		return next(List.of());
	}

	/**
	 * The next instance to call.
	 * @param tried those that the request was sent to
	 */
	WatchedInstance next(List<WatchedInstance> tried) {
		var first = this.turn.getAndUpdate((last) -> (last + 1) % count());
		for (var i = 0; i < count(); i++) {
			var candidate = (first + i) % count();
			if (isCallable(candidate) && !tried.contains(this.instances.get(candidate))) {
				return this.instances.get(candidate);
			}
		}
		return this.instances.get(first);
	}

	private boolean isCallable(int instance) {
		return this.avoidedUntil.get(instance) <= this.clock.millis() && !this.instances.get(instance).isUnavailable();
	}

	/** Skips an instance for a while. */
	void avoid(WatchedInstance instance) {
		this.avoidedUntil.set(this.instances.indexOf(instance), this.clock.millis() + PAUSE.toMillis());
	}

	/** The public name of an instance, equal on every gateway. */
	String tag(WatchedInstance instance) {
		return this.tags.get(this.instances.indexOf(instance));
	}

	/** The instance with a public name; empty when it is not among these. */
	@Nullable WatchedInstance tagged(String tag) {
		var index = this.tags.indexOf(tag);
		return (index < 0) ? null : this.instances.get(index);
	}

	/** Replaces the instance in an address. */
	static URI at(URI url, URI instance) {
		var scheme = url.getScheme().startsWith("ws") ? url.getScheme() : instance.getScheme();
		var query = (url.getRawQuery() == null) ? "" : "?" + url.getRawQuery();
		return URI.create(scheme + "://" + instance.getAuthority() + url.getRawPath() + query);
	}

	/**
	 * Short public names of instances, which are equal on every gateway. They are too
	 * short to reveal addresses: thousands of addresses have the same name.
	 */
	static final class InstanceTags {

		private static final int LENGTH = 4;

		private InstanceTags() {
		}

		static List<String> of(List<URI> addresses) {
			for (var salt = 0;; salt++) {
				var salted = salt + " ";
				var tags = addresses.stream().map((address) -> tag(salted + address.getAuthority())).toList();
				if (tags.stream().distinct().count() == addresses.stream().map(URI::getAuthority).distinct().count()) {
					return tags;
				}
			}
		}

		private static String tag(String text) {
			return Sha256.hex(text.toLowerCase(Locale.ROOT)).substring(0, LENGTH);
		}

	}

}
