/** Tests endpoints of a service without the service. */
@NullMarked
package org.parley.platform.test.endpoint;

import org.jspecify.annotations.NullMarked;
