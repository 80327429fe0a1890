package org.parley.platform.web.problem;

import java.io.IOException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;

/**
 * Answers what Tomcat refuses before any filter runs, such as a character that no URI may
 * hold. Named by class, so it has no collaborators.
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
			container.getLogger().debug("The peer left before it was told what is wrong", ex);
		}
	}

}
