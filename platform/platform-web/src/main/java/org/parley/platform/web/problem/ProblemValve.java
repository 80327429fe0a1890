package org.parley.platform.web.problem;

import java.io.IOException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;

/**
 * Answers requests that Tomcat refuses before any filter runs, for example for illegal
 * characters in the URI. Tomcat instantiates it by class name, so it has no dependencies.
 */
public final class ProblemValve extends ErrorReportValve {

	@Override
	protected void report(Request request, Response response, @Nullable Throwable throwable) {
		if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		var known = HttpProblem.of(HttpStatusCode.valueOf(response.getStatus()));
		try {
			response.setContentType("application/problem+json");
			response.setCharacterEncoding("UTF-8");
			var writer = response.getReporter();
			if (writer != null) {
				writer.write("""
						{"type":"urn:parley:problem:%s","status":%d,"detail":"%s","code":"%s"}"""
					.formatted(known.code(), response.getStatus(), known.detail(), known.code()));
				response.finishResponse();
			}
		}
		catch (IOException | IllegalStateException ex) {
			container.getLogger().debug("The client closed the connection before the answer was written", ex);
		}
	}

}
