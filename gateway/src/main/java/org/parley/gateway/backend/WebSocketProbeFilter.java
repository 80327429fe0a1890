package org.parley.gateway.backend;

import java.net.URI;

import io.netty.channel.ChannelOption;
import org.parley.gateway.request.UpgradeFilter;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.tcp.TcpClient;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Refuses a WebSocket while its service does not accept connections. The gateway would
 * accept the client's handshake, connect to the service and then close the WebSocket,
 * after which Socket.IO clients wait for their connect timeout, twenty seconds. An
 * instance that does not accept connections is replaced by {@link BalancingFilter}.
 */
@Component
class WebSocketProbeFilter implements GlobalFilter, Ordered {

	/** After {@link BalancingFilter}. */
	private static final int ORDER = RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER + 2;

	private static final int HTTP = 80;

	private static final int HTTPS = 443;

	private final TcpClient client;

	WebSocketProbeFilter(BackendSettings settings) {
		this.client = TcpClient.newConnection()
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, settings.connectTimeoutMillis());
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		if (!UpgradeFilter.isWebSocket(exchange.getRequest())) {
			return chain.filter(exchange);
		}
		URI service = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR);
		return this.client.host(service.getHost())
			.port(port(service))
			.connect()
			.doOnNext(Connection::dispose)
			.then(chain.filter(exchange));
	}

	private static int port(URI service) {
		if (service.getPort() > 0) {
			return service.getPort();
		}
		return "https".equals(service.getScheme()) ? HTTPS : HTTP;
	}

}
