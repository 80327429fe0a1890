/** Tests of the load generator. */
@NullMarked
package org.parley.launcher.bench.load;

import org.jspecify.annotations.NullMarked;
