console.log("legible");
