/** Tests of leases and loops. */
@NullMarked
package org.parley.platform.mongo.cluster;

import org.jspecify.annotations.NullMarked;
