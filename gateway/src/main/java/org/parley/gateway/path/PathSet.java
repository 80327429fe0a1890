package org.parley.gateway.path;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * A set of paths for decisions about requests. All decisions compare paths in the same
 * way: by whole segments, without regard to case and a trailing slash. {@link PlainPath}
 * has refused ambiguous paths before.
 */
public final class PathSet {

	private final Set<String> paths;

	private final boolean exact;

	private final boolean below;

	private PathSet(Collection<String> paths, boolean exact, boolean below) {
		this.paths = paths.stream().map(PathSet::canonical).collect(Collectors.toUnmodifiableSet());
		this.exact = exact;
		this.below = below;
	}

	/** Matches exactly these paths. */
	public static PathSet of(Collection<String> paths) {
		return new PathSet(paths, true, false);
	}

	/** Matches these paths and all paths below them. */
	public static PathSet withAllBelow(Collection<String> paths) {
		return new PathSet(paths, true, true);
	}

	/** Matches all paths below these paths, but not themselves. */
	public static PathSet below(Collection<String> paths) {
		return new PathSet(paths, false, true);
	}

	public boolean contains(ServerHttpRequest request) {
		return contains(request.getURI().getRawPath());
	}

	boolean contains(String path) {
		String canonical = canonical(path);
		return (this.exact && this.paths.contains(canonical)) || (this.below && containsAbove(canonical));
	}

	private boolean containsAbove(String path) {
		for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
			if (this.paths.contains(path.substring(0, end))) {
				return true;
			}
		}
		return false;
	}

	private static String canonical(String path) {
		String lower = path.toLowerCase(Locale.ROOT);
		return lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
	}

}
