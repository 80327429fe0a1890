@NullMarked
package org.parley.platform.test.example;

import org.jspecify.annotations.NullMarked;
