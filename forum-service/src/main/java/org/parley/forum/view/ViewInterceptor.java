package org.parley.forum.view;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Records views of threads, including responses with 304. */
@Component
class ViewInterceptor implements HandlerInterceptor, WebMvcConfigurer {

	private final ViewCounter viewCounter;

	ViewInterceptor(ViewCounter viewCounter) {
		this.viewCounter = viewCounter;
	}

	@Override
	public void addInterceptors(InterceptorRegistry interceptors) {
		interceptors.addInterceptor(this).addPathPatterns("/api/v1/threads/{id}");
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception failure) {
		if (HttpMethod.GET.matches(request.getMethod()) && isShown(response) && !isByRobot(request)
				&& request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
				&& variables.get("id") instanceof String threadId) {
			this.viewCounter.record(ThreadViewed.of(threadId, request));
		}
	}

	private static boolean isShown(HttpServletResponse response) {
		return response.getStatus() == HttpStatus.OK.value() || response.getStatus() == HttpStatus.NOT_MODIFIED.value();
	}

	private static boolean isByRobot(HttpServletRequest request) {
		var purpose = request.getHeader("Sec-Purpose");
		return RobotDetector.isRobot(request.getHeader(HttpHeaders.USER_AGENT))
				|| (purpose != null && purpose.contains("prefetch"));
	}

}
