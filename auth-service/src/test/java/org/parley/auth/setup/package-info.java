@NullMarked
package org.parley.auth.setup;

import org.jspecify.annotations.NullMarked;
