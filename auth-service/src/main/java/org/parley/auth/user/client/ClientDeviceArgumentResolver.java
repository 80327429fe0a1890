package org.parley.auth.user.client;

import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.parley.auth.user.cookie.SignInCookies;
import org.springdoc.core.utils.SpringDocUtils;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Resolves {@link ClientDevice} arguments of controllers. */
@Configuration(proxyBeanMethods = false)
class ClientDeviceArgumentResolver implements WebMvcConfigurer, HandlerMethodArgumentResolver {

	private final SignInCookies cookies;

	static {
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(ClientDevice.class);
	}

	ClientDeviceArgumentResolver(SignInCookies cookies) {
		this.cookies = cookies;
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this);
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == ClientDevice.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		var servletRequest = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
		var secret = this.cookies.read(servletRequest, SignInCookies.Kind.DEVICE)
			.or(() -> this.cookies.read(servletRequest, SignInCookies.Kind.PAGE_DEVICE));
		return ClientDevice.of(servletRequest, secret.orElse(null));
	}

}
