package org.parley.realtime;

import org.parley.platform.test.OpenApiContract;
import org.parley.platform.test.OperationsContract;
import org.parley.platform.test.ScopesContract;

class OperationsIT extends RealtimeIT implements OperationsContract, OpenApiContract, ScopesContract {

	@Override
	public String service() {
		return "realtime-service";
	}

}
