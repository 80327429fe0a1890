package org.parley.realtime;

import org.parley.platform.test.OpenApiContract;
import org.parley.platform.test.OperationsContract;

class OperationsIT extends RealtimeIT implements OperationsContract, OpenApiContract {

	@Override
	public String service() {
		return "realtime-service";
	}

}
