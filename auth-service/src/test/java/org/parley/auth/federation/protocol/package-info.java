@NullMarked
package org.parley.auth.federation.protocol;

import org.jspecify.annotations.NullMarked;
