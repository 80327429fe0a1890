@NullMarked
package org.parley.auth.signin.setup;

import org.jspecify.annotations.NullMarked;
