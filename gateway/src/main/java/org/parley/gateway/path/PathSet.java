package org.parley.gateway.path;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * A set of paths for decisions about requests. All decisions compare paths in the same
 * way: by whole segments, without regard to a trailing slash. {@link PlainPath} has
 * refused ambiguous paths before. What restricts a request holds in any case of letters;
 * what it is granted holds {@linkplain #containsAsWritten as written}, as for routes.
 * Exact paths may have names in braces, which stand for any segment.
 */
public final class PathSet {

	private final Set<String> paths;

	private final Set<String> written;

	private final List<PathPattern> templates;

	private final List<PathPattern> templatesInAnyCase;

	private final boolean exact;

	private final boolean below;

	private PathSet(Collection<String> paths, boolean exact, boolean below) {
		this.written = paths.stream().map(PathSet::withoutSlash).collect(Collectors.toUnmodifiableSet());
		this.paths = this.written.stream().map(PathSet::lowerCase).collect(Collectors.toUnmodifiableSet());
		this.templates = templates(paths, true);
		this.templatesInAnyCase = templates(paths, false);
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

	public boolean contains(ServerHttpRequest request) {
		return contains(request.getURI().getRawPath());
	}

	boolean contains(String path) {
		return matches(this.paths, lowerCase(withoutSlash(path))) || matches(this.templatesInAnyCase, path);
	}

	/** Whether it contains the path in this case of letters. */
	public boolean containsAsWritten(ServerHttpRequest request) {
		return containsAsWritten(request.getURI().getRawPath());
	}

	boolean containsAsWritten(String path) {
		return matches(this.written, withoutSlash(path)) || matches(this.templates, path);
	}

	private static List<PathPattern> templates(Collection<String> paths, boolean caseSensitive) {
		var parser = new PathPatternParser();
		parser.setCaseSensitive(caseSensitive);
		return paths.stream().filter((path) -> path.contains("{")).map(parser::parse).toList();
	}

	private static boolean matches(List<PathPattern> templates, String path) {
		if (templates.isEmpty()) {
			return false;
		}
		PathContainer parsed = PathContainer.parsePath(withoutSlash(path));
		return templates.stream().anyMatch((template) -> template.matches(parsed));
	}

	private boolean matches(Set<String> known, String path) {
		return (this.exact && known.contains(path)) || (this.below && containsAbove(known, path));
	}

	private static boolean containsAbove(Set<String> known, String path) {
		for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
			if (known.contains(path.substring(0, end))) {
				return true;
			}
		}
		return false;
	}

	private static String lowerCase(String path) {
		return path.toLowerCase(Locale.ROOT);
	}

	private static String withoutSlash(String path) {
		return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
	}

}
