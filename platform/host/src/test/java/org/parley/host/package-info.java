/** Tests of the process of all services. */
@NullMarked
package org.parley.host;

import org.jspecify.annotations.NullMarked;
