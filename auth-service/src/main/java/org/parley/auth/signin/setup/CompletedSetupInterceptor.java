package org.parley.auth.signin.setup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses every request to set up an installation again, whatever its body. */
@Component
class CompletedSetupInterceptor implements HandlerInterceptor, WebMvcConfigurer {

	private final SetupStatus status;

	CompletedSetupInterceptor(SetupStatus status) {
		this.status = status;
	}

	@Override
	public void addInterceptors(InterceptorRegistry interceptors) {
		interceptors.addInterceptor(this).addPathPatterns("/api/v1/setup");
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (HttpMethod.POST.matches(request.getMethod()) && !this.status.isRequired()) {
			throw Setup.done();
		}
		return true;
	}

}
