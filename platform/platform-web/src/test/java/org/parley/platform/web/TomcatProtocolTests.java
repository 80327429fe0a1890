package org.parley.platform.web;

import org.junit.jupiter.api.Test;
import org.parley.platform.web.tomcat.RestingHttp11Protocol;

import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

import static org.assertj.core.api.Assertions.assertThat;

class TomcatProtocolTests {

	@Test
	void timerOfWebServerRests() {
		var factory = new TomcatServletWebServerFactory(0);
		new PlatformWebAutoConfiguration().tomcatTimerCustomizer().customize(factory);
		var server = (TomcatWebServer) factory.getWebServer();
		server.start();
		assertThat(server.getTomcat().getConnector().getProtocolHandler()).isInstanceOf(RestingHttp11Protocol.class);
		server.stop();
		server.destroy();
	}

}
