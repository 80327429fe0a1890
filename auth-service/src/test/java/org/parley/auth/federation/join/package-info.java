@NullMarked
package org.parley.auth.federation.join;

import org.jspecify.annotations.NullMarked;
