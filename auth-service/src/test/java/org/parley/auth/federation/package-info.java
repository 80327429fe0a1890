@NullMarked
package org.parley.auth.federation;

import org.jspecify.annotations.NullMarked;
